import Coding
import Infusion

extension BillingChecks {
  /// Example: 90765, which became 96365 in 2009.
  static let inactiveCode = BillingCheck(
    rule: CheckRule(
      "CHK-12", "A code that is deleted, or not yet in force, on the date of service may not be billed.",
      severity: .error, evidence: "K")
  ) { bill, _, _ in
    bill.standing.compactMap { net in
      net.inactivity.map { CheckHit(key: "CODE_INACTIVE", at: .line(net), sentence: $0.sentence(of: net.code)) }
    }
  }
}
