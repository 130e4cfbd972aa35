/// Finds known names in the text of a drug.
///
/// Shape: names by their first word, the longest first.
struct NameIndex<Value: Sendable>: Sendable {
  private struct Name: Sendable {
    let words: [String]
    let length: Int
    let value: Value
  }

  /// A name found: which tokens it covers, and what it stands for.
  struct Hit: Sendable {
    let range: Range<Int>
    let value: Value
    fileprivate let length: Int
  }

  private var names: [String: [Name]] = [:]
  private(set) var count = 0

  /// Adds a name; returns what stands under it already, and then adds nothing.
  mutating func add(_ name: String, _ value: Value) -> Value? {
    // Most names are one word in small letters, and that is their only token.
    let isOneWord = !name.isEmpty && name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let words = isOneWord ? [name] : DrugText(name).tokens.map(\.text)
    guard let first = words.first else { return nil }
    let name = Name(words: words, length: words.reduce(0) { $0 + $1.count }, value: value)
    if let known = Self.add(name, to: &names[first, default: []]) { return known }
    count += 1
    return nil
  }

  /// Puts a name behind those that are as long or longer; returns what the same words stand for already.
  private static func add(_ name: Name, to names: inout [Name]) -> Value? {
    if let known = names.first(where: { $0.words == name.words }) { return known.value }
    names.insert(name, at: names.firstIndex { $0.length < name.length } ?? names.endIndex)
    return nil
  }

  /// The names in the text as whole words, the longest first to claim its words; in order of place.
  func hits(in text: DrugText) -> [Hit] {
    let words = text.tokens.map(\.text)
    var found: [Hit] = []
    for start in words.indices {
      for name in names[words[start]] ?? [] where words[start...].starts(with: name.words) {
        found.append(Hit(range: start..<start + name.words.count, value: name.value, length: name.length))
      }
    }
    found.sort { ($1.length, $0.range.lowerBound) < ($0.length, $1.range.lowerBound) }
    var claimed: [Hit] = []
    for hit in found where !claimed.contains(where: { $0.range.overlaps(hit.range) }) { claimed.append(hit) }
    return claimed.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
