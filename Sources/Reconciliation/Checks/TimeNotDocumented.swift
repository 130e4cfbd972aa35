import Coding
import Infusion

extension BillingChecks {
  /// Example: 96365 for a bag whose stop time was reckoned, or is missing.
  static let timeNotDocumented = BillingCheck(
    rule: CheckRule(
      "CHK-32", "A billed infusion needs its documented stop time.", severity: .warning, evidence: "S18 S01")
  ) { _, documentation, findings in
    let all = findings.all
    return all.indices.filter { place in
      (all[place].billedUnits ?? 0) > 0 && all[place].reasonCodes.contains(where: untimed.contains)
        && (all[place].code.map { documentation.roles.isCode($0, of: Service.timed) } ?? false)
    }.map { place in
      CheckHit(
        key: "TIME_SUPPORT", at: .finding(place),
        sentence: "A late entry of the stop time would support what was billed.")
    }
  }
}

/// Notices of a stop that nobody wrote down.
private let untimed = Set([NoticeKind.stopEstimated, .noStopPush, .hydrationNoStop].map(\.rawValue))

extension Service {
  fileprivate static let timed = infusions.union(hydrations).union([
    .subcutaneousInfusionFirstHour, .subcutaneousInfusionHour, .arterialInfusionFirstHour, .arterialInfusionHour,
  ])
}
