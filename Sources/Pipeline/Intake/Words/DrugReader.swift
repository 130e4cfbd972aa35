import CSV
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
  /// What was answered of a drug as given, so that each way of giving it is judged once.
  private var meanings: [Giving: ClassMeaning] = [:]
  /// Rows of each drug that no table knows, by its number.
  private var unknownCounts: [Int: Int] = [:]
  /// The drug texts that no table knows, by number.
  private var unknownTexts: [Int: String] = [:]

  package init(lookUp: @escaping Lookup) {
    self.lookUp = lookUp
  }

  /// Rows of each drug text that no table knows.
  package var unknownRows: [String: Int] {
    unknownCounts.reduce(into: [:]) { rows, count in rows[unknownTexts[count.key] ?? "", default: 0] += count.value }
  }

  /// Begins to count anew; spellings stay known.
  mutating func forgetUnknown() { unknownCounts = [:] }

  /// The drug in these two cells of a record.
  mutating func recognise(_ record: IntakeRecord, text: Int?, hcpcs: Int?) -> Recognised {
    spelling.removeAll(keepingCapacity: true)
    FieldScanner.append(record.bytes.span.extracting(record.range(text)), to: &spelling)
    spelling.append(0)
    FieldScanner.append(record.bytes.span.extracting(record.range(hcpcs)), to: &spelling)
    let (lookUp, number) = (lookUp, drugs.count)
    let drug = drugs.value(spelling, 0..<spelling.count) { cells in
      // No cell that is text holds a zero byte.
      let cells = cells.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let code = cells[1].isEmpty ? nil : cells[1]
      return Recognised(number: number, text: cells[0], hcpcs: code?.uppercased(), known: lookUp(cells[0], code))
    }
    if drug.known == nil { countUnknown(drug, record, text) }
    return drug
  }

  private mutating func countUnknown(_ drug: Recognised, _ record: IntakeRecord, _ text: Int?) {
    if unknownTexts[drug.number] == nil { unknownTexts[drug.number] = record.text(text) }
    unknownCounts[drug.number, default: 0] += 1
  }

  /// The class of a drug as given, with what follows from it.
  mutating func meaning(of drug: Recognised, route: Route, volume: ExactDecimal?, facts: RowFacts) -> ClassMeaning {
    guard let known = drug.known else { return .defaulted }
    let giving = Giving(drug: drug.number, route: route, volume: volume, facts: facts)
    if let meaning = meanings[giving] { return meaning }
    let meaning = known.classification(route, volume, facts)
    // Volumes are any numbers.
    if meanings.count > 10_000 { meanings = [:] }
    meanings[giving] = meaning
    return meaning
  }

  /// What a class may depend on.
  private struct Giving: Hashable {
    let drug: Int
    let route: Route
    let volume: ExactDecimal?
    let facts: RowFacts

    func hash(into hasher: inout Hasher) {
      hasher.combine(drug)
      hasher.combine(Int(truncatingIfNeeded: volume?.mantissa ?? 0))
    }
  }

  /// A drug text as understood.
  ///
  /// An object, since every row of the drug takes it.
  final class Recognised: Sendable {
    /// Of its spelling, in the order in which spellings were seen.
    let number: Int
    let key: DrugKey
    /// For readers: the ingredients, or the text as printed when no table knows it.
    let name: String
    /// The code beside the text, in capitals.
    let hcpcs: String?
    /// Nil when no table knows it.
    let known: KnownDrug?

    fileprivate init(number: Int, text: String, hcpcs: String?, known: KnownDrug?) {
      self.number = number
      self.hcpcs = hcpcs
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
