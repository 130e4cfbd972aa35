import Coding
import Infusion

extension Documentation {
  /// What the rules noticed when they withheld the code.
  func notice(explaining claim: BilledClaim) -> Explanation? {
    guard let notice = derivation.notices.first(where: { withholds($0, claim) }) else { return nil }
    let isOfPlace = notice.kind == .physicianInFacility
    return Explanation(
      key: notice.kind.rawValue,
      rules: notice.rules + (isOfPlace ? [MatchingRules.physicianInFacility.id] : []),
      rows: isOfPlace ? givenRows(on: claim.date) : notice.rows, sentence: notice.sentence,
      needsReview: notice.kind.needsReview)
  }

  private func withholds(_ notice: Notice, _ claim: BilledClaim) -> Bool {
    guard !notice.kind.servicesWithheld.isDisjoint(with: claim.services) else { return false }
    // The place of service, and what has no rows, concern the whole encounter, whatever the date.
    if notice.kind == .physicianInFacility || notice.rows.isEmpty { return true }
    guard notice.date == nil || claim.date == nil || notice.date == claim.date else { return false }
    let rows = encounter.rows.filter { notice.rows.contains($0.source) }
    return rows.isEmpty || rows.contains(where: claim.mayMean)
  }

  private func givenRows(on date: CivilDate?) -> [SourceRow] {
    encounter.rows.filter { $0.isGiven && (date == nil || $0.moment == nil || $0.moment?.date == date) }.map(\.source)
  }
}

extension NoticeKind {
  /// Services that are not derived, or derived as something less, where this was noticed.
  fileprivate var servicesWithheld: ServiceSet {
    switch self {
    case .noTime, .noStopPush, .noStop, .zeroMinutes, .longPush, .timeOrder, .discontinued: Service.infusions
    case .sameDrug16To30, .sameDrugBeside, .sequential16To30: [.infusionSequential, .infusionHour]
    case .concurrentNoParent, .concurrentCap: [.infusionConcurrent]
    case .pushWithin30, .pushRepeatProfessional, .pushNoStart: [.pushRepeat, .pushAdditional]
    case .hydrationNoStop, .hydrationShort, .hydrationVolume, .hydrationNecessity, .hydrationRoute: Service.hydrations
    case .secondSiteNeedsReason: [.infusionInitial, .pushInitial]
    case .physicianInFacility: ServiceSet(Service.allCases)
    default: []
    }
  }
}
