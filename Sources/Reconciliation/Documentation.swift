import Coding
import Infusion

/// The record of one encounter and what was derived from it, as findings quote them.
///
/// A class, so that explanations and checks refer to it and none copies it; what few of them ask is found out once.
final class Documentation {
  let encounter: Encounter
  let derivation: Derivation
  let rejected: RejectedInput
  /// What earlier encounters of the patient have on their bills.
  let earlierLines: EarlierLines
  let year: ComparingYear

  /// Initial services that the record sets apart from others.
  private(set) lazy var distinctInitials = derivation.charges.filter { charge in
    charge.modifiers.contains(where: \.marksDistinctService) && roles.role(of: charge.code).isInitial
  }

  /// Given rows that the rules did not set aside.
  private(set) lazy var usedRows: [MARRow] = {
    let excluded = Set(derivation.excluded.map(\.row))
    return encounter.rows.filter { $0.isGiven && !excluded.contains($0.source) }
  }()

  /// What each row gave.
  private(set) lazy var drugOfRow: [SourceRow: DrugKey] = encounter.rows.indices.reduce(into: [:]) { drugs, place in
    let source = encounter.rows[place].source
    if drugs[source] == nil { drugs[source] = encounter.rows[place].drug }
  }

  init(
    encounter: Encounter, derivation: Derivation, rejected: RejectedInput, earlierLines: EarlierLines,
    year: ComparingYear
  ) {
    self.encounter = encounter
    self.derivation = derivation
    self.rejected = rejected
    self.earlierLines = earlierLines
    self.year = year
  }

  var roles: CodeRoles { year.roles }
  var edits: BillingEdits { year.edits }
  var thresholds: Thresholds { year.thresholds }

  /// What happened, service by service: the first three stories, then how many more; empty without charges.
  func stories(of charges: [Int]) -> String {
    let services = merged(of: charges, \.services)
    if services.count == 1 { return derivation.services[services[0]].story }
    return joined(services.map { derivation.services[$0].story }, most: 3)
  }

  /// Rules behind charges, sorted.
  func rules(of charges: [Int]) -> [RuleID] { merged(of: charges, \.rules) }

  /// Rows behind charges, sorted.
  func rows(of charges: [Int]) -> [SourceRow] { merged(of: charges, \.rows) }

  /// Access sites of charges, sorted.
  func sites(of charges: [Int]) -> [String] { merged(of: charges, \.sites) }

  /// Notices that touch charges, in the order found.
  func notices(of charges: [Int]) -> [Notice] {
    let places = merged(of: charges, \.notices)
    return places.isEmpty ? [] : places.map { derivation.notices[$0] }
  }

  private func merged<Part: Hashable & Comparable>(
    of charges: [Int], _ part: (ExpectedCharge) -> [Part]
  ) -> [Part] {
    Reconciliation.merged(of: charges) { part(derivation.charges[$0]) }
  }

  /// Unsettled notices that touch no charge, in the order found.
  var openNotices: [Notice] {
    guard derivation.notices.contains(where: \.kind.isUnsettled) else { return [] }
    let attached = Set(derivation.charges.flatMap(\.notices))
    return derivation.notices.enumerated()
      .filter { $0.element.kind.isUnsettled && !attached.contains($0.offset) }
      .map(\.element)
  }

  /// What was documented on a day in the family of a code, at most two stories; empty when nothing was.
  func nearby(_ code: ProcedureCode, on date: CivilDate?) -> String {
    let family = roles.family(of: code)
    let near = derivation.services.filter {
      (date == nil || $0.serviceDate == date) && $0.code != code && roles.family(of: $0.code) == family
    }
    return joined(near.map { "\($0.story) (\($0.code))" }, most: 2)
  }

  func joined(_ stories: [String], most: Int) -> String {
    let stories = ToldStories(stories, most: most)
    return (stories.told + (stories.untold > 0 ? ["and \(stories.untold) more"] : [])).joined(separator: "; ")
  }
}
