import Coding
import Infusion

/// Why the record holds no support for a billed code, where it says more than nothing.
struct Explanation {
  let key: String
  let rules: [RuleID]
  let rows: [SourceRow]
  /// Without a full stop.
  let sentence: String
  var needsReview = false
}

extension Documentation {
  /// The most telling explanation for a code that is only billed.
  func explanation(for line: ComparedLine) -> Explanation? {
    let claim = BilledClaim(line, roles: roles)
    return notice(explaining: claim) ?? shortInfusion(explaining: claim) ?? partOfOtherService(explaining: claim)
      ?? tellingRow(explaining: claim) ?? onlyRow(explaining: claim)
  }

  /// The most telling explanation for units billed beyond those supported.
  func explanation(forMoreOf line: ComparedLine) -> Explanation? {
    let claim = BilledClaim(line, roles: roles)
    return notice(explaining: claim) ?? oneContainer(explaining: line, claim) ?? tellingRow(explaining: claim)
  }

  /// The services of a day, or all where the day is not known.
  func services(on date: CivilDate?) -> [DerivedService] {
    derivation.services.filter { date == nil || $0.serviceDate == date }
  }
}

/// A billed code, as one looks for what its biller may have had in mind.
struct BilledClaim {
  let code: ProcedureCode
  let date: CivilDate?
  /// What the code may stand for.
  let keys: [CodeBook.ServiceKey]
  let family: CodeBook.Family

  init(_ line: ComparedLine, roles: CodeRoles) {
    let role = roles.role(of: line.code)
    code = line.code
    date = line.date
    keys = roles.services(of: line.code)
    (family, services) = (role.family, role.services)
  }

  /// The same, of whatever class.
  let services: ServiceSet

  /// Whether its biller may have had this row in mind.
  func mayMean(_ row: MARRow) -> Bool {
    guard !services.isDisjoint(with: Service.intoVein) else {
      return !row.route.isIntravenous && !services.isDisjoint(with: Service.otherwise)
    }
    // Fluids under the skin are still what a fluid code was billed for.
    guard row.route.isIntravenous || (family == .hydration && row.drugClass == .hydration) else { return false }
    switch family {
    case .chemo: return row.drugClass == .chemo || row.drugClass == .hormonal
    case .hydration: return row.drugClass == .hydration || row.facts.contains(.vehicle)
    case .therapeutic, .other: return row.drugClass != .chemo && row.drugClass != .blood
    }
  }
}

extension Service {
  fileprivate static let otherwise: ServiceSet = [
    .injection, .onBodyInjector, .subcutaneousInfusionFirstHour, .arterialPush, .lesionsFew, .lesionsMany,
    .intrathecal, .intrathecalReservoir, .peritoneal, .pleural, .bladder, .vaccineFirst,
  ]
}
