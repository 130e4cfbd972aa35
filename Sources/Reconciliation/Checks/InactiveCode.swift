import Coding
import Infusion

extension BillingChecks {
  /// Example: 90765, which became 96365 in 2009.
  static let inactiveCode = BillingCheck(
    rule: CheckRule(
      "CHK-12", "A code that is deleted, or not yet in force, on the date of service may not be billed.",
      severity: .error, evidence: "K")
  ) { bill, _, _ in
    guard bill.standing.contains(where: { $0.inactivity != nil }) else { return [] }
    return bill.standing.compactMap { net in
      net.inactivity.map { CheckHit(key: "CODE_INACTIVE", at: .line(net), sentence: $0.sentence(of: net.code)) }
    }
  }
}
