import Coding
import Infusion

extension BillingChecks {
  /// Example: morphine at 09:00 and 09:20, and 96376 for the second.
  static let repeatedPushTooSoon = BillingCheck(
    rule: CheckRule(
      "CHK-06", "A further push of a drug counts only more than 30 minutes from each reported push of it.",
      severity: .error, evidence: "S22 S28")
  ) { _, documentation, findings in
    guard documentation.encounter.setting == .facility, !findings.surplus.isEmpty else { return [] }
    let tooSoon = documentation.derivation.notices.filter { $0.kind == .pushWithin30 }
    return findings.surplus { documentation.roles.isCode($0, of: pushRepeat) }.filter { place in
      let date = findings.all[place].serviceDate
      return tooSoon.contains { $0.date == nil || date == nil || $0.date == date }
    }.map { place in
      CheckHit(
        key: "96376_SPACING", at: .finding(place),
        sentence: "A push of the same drug stands too near for a further unit.",
        saidBy: [NoticeKind.pushWithin30.rawValue])
    }
  }
}

private let pushRepeat: ServiceSet = [.pushRepeat]
