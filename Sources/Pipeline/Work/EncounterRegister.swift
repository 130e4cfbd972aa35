import CSV
import Infusion

/// Numbers encounters in the order in which the input first names them.
///
/// Memory: 27 to 54 bytes an encounter. Ids themselves are not kept, but 128 bits that stand for them.
struct EncounterRegister {
  /// In parts, by the first bits of keys: one part alone is there twice while it grows.
  private var numbers = [[RowFingerprint: Int32]](repeating: [:], count: 64)
  /// The encounter asked for last, as written: rows of one most often follow each other.
  private var last: (id: [UInt8], number: Int) = ([], -1)

  /// How many encounters have a number.
  private(set) var count = 0

  /// Memory, about: a table is at most three quarters full.
  var byteCount: Int { numbers.reduce(0) { $0 + $1.capacity } * 4 / 3 * 20 }

  /// The number of the encounter whose id stands in `range`; a new one when it was not named before.
  mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    if isLast(bytes, range) { return last.number }
    let key = Self.key(bytes, range)
    let part = Self.part(of: key)
    let number = numbers[part][key] ?? Int32(count)
    if number == count {
      numbers[part][key] = number
      count += 1
    }
    last.id.removeAll(keepingCapacity: true)
    last.id += bytes[range]
    last.number = Int(number)
    return last.number
  }

  private func isLast(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    !range.isEmpty && FieldScanner.areEqual(last.id.span, bytes.span.extracting(range))
  }

  /// The number of an encounter that was named before.
  func knownNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let key = Self.key(bytes, range)
    return numbers[Self.part(of: key)][key].map(Int.init)
  }

  private static func part(of key: RowFingerprint) -> Int { Int(key.short >> 58) }

  /// One key for all ways of writing an id: `27411876.0` is `27411876` (`NumberText.id`).
  static func key(_ bytes: [UInt8], _ range: Range<Int>) -> RowFingerprint {
    var key = RowFingerprint()
    key.add(bytes.span.extracting(id(bytes, range)))
    return key
  }

  /// Where the id itself stands, without the `.0` of a data frame.
  static func id(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, bytes[range.upperBound - 1] == UInt8(ascii: "0"),
      bytes[range.upperBound - 2] == UInt8(ascii: "."), bytes[range.dropLast(2)].allSatisfy(\.isASCIIDigit)
    else { return range }
    return range.dropLast(2)
  }
}
