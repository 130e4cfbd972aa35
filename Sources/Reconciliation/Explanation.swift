import Coding
import Infusion

/// Why the record holds no support for a billed code, where it says more than nothing.
struct Explanation {
  let key: String
  let rules: [RuleID]
  let rows: [SourceRow]
  /// Without a full stop.
  let sentence: String
  let needsReview: Bool
}

extension Documentation {
  /// The most telling explanation for a code billed on a day: what the rules noticed, else the row that they set aside.
  func explanation(for code: ProcedureCode, on date: CivilDate?) -> Explanation? {
    let services = Set(roles.services(of: code).map(\.service))
    return notice(explaining: code, services, on: date) ?? excludedRow(explaining: code, services, on: date)
  }

  private func notice(explaining code: ProcedureCode, _ services: Set<Service>, on date: CivilDate?) -> Explanation? {
    let found = derivation.notices.first { notice in
      // Without rows it concerns the whole encounter, whatever its date.
      guard notice.rows.isEmpty || notice.date == nil || date == nil || notice.date == date,
        !notice.kind.servicesWithheld.isDisjoint(with: services)
      else { return false }
      let rows = encounter.rows.filter { notice.rows.contains($0.source) }
      return rows.isEmpty || rows.contains { mayBeBilled($0, as: code, services) }
    }
    return found.map {
      Explanation(
        key: $0.kind.rawValue, rules: $0.rules, rows: $0.rows, sentence: $0.sentence,
        needsReview: $0.kind.needsReview)
    }
  }

  private func excludedRow(
    explaining code: ProcedureCode, _ services: Set<Service>, on date: CivilDate?
  ) -> Explanation? {
    let rows = Dictionary(encounter.rows.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    for excluded in derivation.excluded {
      guard let row = rows[excluded.row], mayBeBilled(row, as: code, services) else { continue }
      let day = row.date
      guard date == nil || day == nil || day == date else { continue }
      let time = (row.start ?? row.stop ?? row.due).map { " at \($0.clock)" } ?? ""
      return Explanation(
        key: excluded.reason.rawValue, rules: excluded.rules, rows: [excluded.row],
        sentence: "\(row.drugName)\(time) \(excluded.reason.words)", needsReview: false)
    }
    return nil
  }

  /// Whether someone who bills this code may have had this row in mind.
  private func mayBeBilled(_ row: MARRow, as code: ProcedureCode, _ services: Set<Service>) -> Bool {
    guard !services.isDisjoint(with: Service.intoVein) else {
      return !row.route.isIntravenous && !services.isDisjoint(with: Service.otherwise)
    }
    let family = roles.family(of: code)
    // Fluids under the skin are still what a fluid code was billed for.
    guard row.route.isIntravenous || (family == .hydration && row.drugClass == .hydration) else { return false }
    switch family {
    case .chemo: return row.drugClass == .chemo || row.drugClass == .hormonal
    case .hydration: return row.drugClass == .hydration || row.facts.contains(.vehicle)
    case .therapeutic, .other: return row.drugClass != .chemo && row.drugClass != .blood
    }
  }
}

extension MARRow {
  /// The day on which it happened, as well as it is known.
  fileprivate var date: CivilDate? { (start ?? stop ?? due)?.date }
}

extension Service {
  fileprivate static let infusions: Set<Service> = [
    .infusionInitial, .infusionHour, .infusionSequential, .infusionConcurrent,
  ]
  fileprivate static let pushes: Set<Service> = [.pushInitial, .pushAdditional, .pushRepeat]
  fileprivate static let hydrations: Set<Service> = [.hydrationFirstHour, .hydrationHour]
  fileprivate static let intoVein = infusions.union(pushes).union(hydrations)
  fileprivate static let otherwise: Set<Service> = [
    .injection, .onBodyInjector, .subcutaneousInfusionFirstHour, .arterialPush, .lesionsFew, .lesionsMany,
    .intrathecal, .intrathecalReservoir, .peritoneal, .pleural, .bladder, .vaccineFirst,
  ]
}

extension NoticeKind {
  /// Services that are not derived, or derived as something less, where this was noticed.
  fileprivate var servicesWithheld: Set<Service> {
    switch self {
    case .noTime, .noStopPush, .noStop, .zeroMinutes, .longPush, .timeOrder, .discontinued: Service.infusions
    case .sameDrug16To30, .sequential16To30: [.infusionSequential, .infusionHour]
    case .concurrentNoParent, .concurrentCap: [.infusionConcurrent]
    case .pushWithin30, .pushRepeatProfessional, .pushNoStart: [.pushRepeat, .pushAdditional]
    case .hydrationNoStop, .hydrationShort, .hydrationVolume, .hydrationNecessity, .hydrationRoute: Service.hydrations
    case .secondSiteNeedsReason: [.infusionInitial, .pushInitial]
    case .physicianInFacility: Set(Service.allCases)
    default: []
    }
  }
}
