import CodeTables
import Infusion

/// The words of headers and cells: those of the configuration before the bundled ones.
///
/// A class, since it never changes and every worker and every row ask the same one.
package final class Vocabulary: Sendable {
  private let words: any WordTable
  private let local: LocalWords

  package init(words: any WordTable, local: LocalWords = LocalWords()) {
    self.words = words
    self.local = local
  }

  /// The folded headers of each field, the preferred one first: its own name, then its synonyms.
  package var marHeaders: [MARField: [String]] { headers(.mar) }
  package var chargeHeaders: [ChargeField: [String]] { headers(.charge) }

  private func headers<Field: IntakeField>(_ kind: Words.FileKind) -> [Field: [String]] {
    let synonyms = words.synonyms(in: kind)
    return Dictionary(
      uniqueKeysWithValues: Field.allCases.map { field in
        let own = Words.fold(field.rawValue)
        return (field, [own] + (synonyms[field.rawValue] ?? []).filter { $0 != own })
      })
  }

  /// What a row without an action says: given, unless the configuration says otherwise.
  var blankAction: ActionWord { local.actions[""] ?? .given }
  /// The route of a row without one; nil unless the configuration names it.
  var blankRoute: RouteMeaning? { local.routes[""].map { RouteMeaning(route: $0) } }

  func action(_ text: String) -> ActionWord? {
    let folded = Words.fold(text)
    return local.actions[folded] ?? words.actionMeaning(folded)
  }

  func route(_ text: String) -> RouteMeaning? {
    let folded = Words.fold(text)
    if let route = local.routes[folded] { return RouteMeaning(route: route) }
    return words.route(folded).map { RouteMeaning(route: $0.route, technique: $0.technique) }
  }

  func technique(_ text: String) -> Technique? {
    let folded = Words.fold(text)
    return local.techniques[folded] ?? words.technique(folded)
  }

  /// What a stated purpose says of the row; any reason, known or not, documents an indication.
  func purpose(_ text: String) -> RowFacts {
    let folded = Words.fold(text)
    if local.purposes[folded] == PurposeWord.none || Self.noReasons.contains(folded) { return [] }
    let facts = local.purposes[folded]?.facts ?? words.purpose(folded) ?? []
    return facts.isDisjoint(with: Self.usesOfFluid) ? facts.union(.indicationDocumented) : facts
  }

  func drugClass(_ text: String) -> ClassWord? {
    let folded = Words.fold(text)
    return local.drugClasses[folded] ?? words.drugClass(folded)
  }

  func setting(_ text: String) -> Setting? { words.setting(Words.fold(text)) }

  func lineStatus(_ text: String) -> LineStatus {
    let folded = Words.fold(text)
    return local.lineStatuses[folded] ?? (Self.voidStatuses.contains(folded) ? .void : .active)
  }

  /// Yes or no; nil for anything else.
  func answer(_ text: String) -> Bool? {
    switch Words.fold(text) {
    case "yes", "y", "true", "t", "1", "x": true
    case "no", "n", "false", "f", "0": false
    default: nil
    }
  }

  /// Traditional Medicare; its private plans have rules of their own.
  func isMedicare(_ payer: String) -> Bool { Self.medicareNames.contains(Words.fold(payer)) }

  /// Uses of fluid beside a drug are no reason to give it.
  private static let usesOfFluid: RowFacts = [.keepOpen, .flush, .vehicle]
  private static let noReasons: Set<String> = ["", "none", "na", "nan", "null", "unknown", "notstated"]

  private static let voidStatuses: Set<String> = [
    "void", "voided", "v", "deleted", "delete", "del", "reversed", "reversal", "cancelled", "canceled",
  ]

  private static let medicareNames: Set<String> = [
    "medicare", "medicareffs", "medicareab", "medicarea", "medicareb", "medicareparta", "medicarepartb",
    "originalmedicare", "traditionalmedicare",
  ]
}
