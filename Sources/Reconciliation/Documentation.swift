import Coding
import Infusion

/// The record of one encounter and what was derived from it, as findings quote them.
struct Documentation {
  let encounter: Encounter
  let derivation: Derivation
  let roles: CodeRoles
  let thresholds: Thresholds
  let rejected: RejectedInput
  /// Ingredients of the drug codes that are known.
  var drugs: [ProcedureCode: DrugKey] = [:]
  /// Whether bills carry drugs at all.
  var billsDrugs = false
  var edits = BillingEdits()
  /// What earlier encounters of the patient have on their bills.
  var earlierLines: [EarlierLine] = []
  /// The choices by which the encounter was coded.
  var policy = Policy()

  /// What happened, service by service: the first three stories, then how many more; empty without charges.
  func stories(of charges: [Int]) -> String {
    let services = merged(charges.map { derivation.charges[$0].services })
    return joined(services.map { derivation.services[$0].story }, most: 3)
  }

  /// Rules behind charges, sorted.
  func rules(of charges: [Int]) -> [RuleID] {
    merged(charges.map { derivation.charges[$0].rules })
  }

  /// Rows behind charges, sorted.
  func rows(of charges: [Int]) -> [SourceRow] {
    merged(charges.map { derivation.charges[$0].rows })
  }

  /// Access sites of charges, sorted.
  func sites(of charges: [Int]) -> [String] {
    merged(charges.map { derivation.charges[$0].sites })
  }

  /// Notices that touch charges, in the order found.
  func notices(of charges: [Int]) -> [Notice] {
    merged(charges.map { derivation.charges[$0].notices }).map { derivation.notices[$0] }
  }

  /// Unsettled notices that touch no charge, in the order found.
  var openNotices: [Notice] {
    guard !derivation.notices.isEmpty else { return [] }
    let attached = Set(derivation.charges.flatMap(\.notices))
    return derivation.notices.enumerated()
      .filter { $0.element.kind.isUnsettled && !attached.contains($0.offset) }
      .map(\.element)
  }

  /// What was documented on a day in the family of a code, at most two stories; empty when nothing was.
  func nearby(_ code: ProcedureCode, on date: CivilDate?) -> String {
    let family = roles.family(of: code)
    let near = derivation.services.filter {
      (date == nil || $0.serviceDate == date) && roles.family(of: $0.code) == family && $0.code != code
    }
    return joined(near.map { "\($0.story) (\($0.code))" }, most: 2)
  }

  func joined(_ stories: [String], most: Int) -> String {
    let stories = ToldStories(stories, most: most)
    return (stories.told + (stories.untold > 0 ? ["and \(stories.untold) more"] : [])).joined(separator: "; ")
  }
}
