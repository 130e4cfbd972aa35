import Coding
import Infusion

extension BillingChecks {
  /// Example: 96365 with 59 and XU on one line.
  static let twoDistinctModifiers = BillingCheck(
    rule: CheckRule(
      "CHK-35", "A line carries modifier 59 or one of its narrower forms, never both.", severity: .error,
      evidence: "S44")
  ) { bill, _, _ in
    guard bill.standing.contains(where: { $0.identity.count > 1 }) else { return [] }
    return bill.standing.filter { $0.identity.count > 1 && $0.identity.contains(.distinctService) }.map { net in
      let narrower = net.identity.filter { $0 != .distinctService }.map(\.description).joined(separator: " ")
      return CheckHit(
        key: "MODIFIER_59_AND_X", at: .line(net),
        sentence: "\(net.code) carries 59 and \(narrower) on one line; the narrower form replaces 59.")
    }
  }
}
