import CodeTables
import Infusion

/// Recognises drugs, each distinct spelling once, and counts the rows of those that no table knows.
///
/// Source: input IN-40, IN-41.
package struct DrugReader: Sendable {
  /// The drug of a text and a HCPCS code; nil when no table knows it.
  package typealias Lookup = @Sendable (_ text: String, _ hcpcs: String?) -> KnownDrug?

  private let lookUp: Lookup
  /// By the text and the code behind it, apart by a zero byte.
  private var drugs = SpellingCache<Recognised>()
  private var spelling: [UInt8] = []
  /// Rows of each drug text that no table knows.
  package private(set) var unknownRows: [String: Int] = [:]

  package init(lookUp: @escaping Lookup) {
    self.lookUp = lookUp
  }

  /// Begins to count anew; spellings stay known.
  mutating func forgetUnknown() { unknownRows = [:] }

  /// The drug in these two cells of a record.
  mutating func recognise(_ record: IntakeRecord, text: Int?, hcpcs: Int?) -> Recognised {
    spelling.removeAll(keepingCapacity: true)
    spelling += record.bytes[record.range(text)]
    spelling.append(0)
    spelling += record.bytes[record.range(hcpcs)]
    let lookUp = lookUp
    let drug = drugs.value(spelling, 0..<spelling.count) { _ in
      let text = record.text(text)
      return Recognised(text: text, known: lookUp(text, record.filled(hcpcs)))
    }
    if drug.known == nil { unknownRows[record.text(text), default: 0] += 1 }
    return drug
  }

  /// A drug text as understood.
  struct Recognised: Sendable {
    let key: DrugKey
    /// For readers: the ingredients, or the text as printed when no table knows it.
    let name: String
    /// Nil when no table knows it.
    let known: KnownDrug?

    fileprivate init(text: String, known: KnownDrug?) {
      key = known?.key ?? Self.key(ofUnknown: text)
      name = known?.key.description ?? text
      self.known = known
    }

    /// The words before the first number, in lower case.
    private static func key(ofUnknown text: String) -> DrugKey {
      let words = text.lowercased().split(whereSeparator: \.isWhitespace).prefix { $0.first?.isNumber != true }
      return DrugKey(ingredients: [words.isEmpty ? text.lowercased() : words.joined(separator: " ")])
    }
  }
}
