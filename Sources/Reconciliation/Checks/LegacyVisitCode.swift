import Coding
import Infusion

extension BillingChecks {
  /// Example: Q0081, once for a whole visit of infusions.
  static let legacyVisitCode = BillingCheck(
    rule: CheckRule(
      "CHK-13", "The old codes for a whole infusion visit are not used for drug administration any more.",
      severity: .warning, evidence: "S39")
  ) { bill, _, _ in
    guard bill.holdsNeighbours else { return [] }
    return bill.standing.filter { $0.role.kind == .legacyVisit }.map { net in
      CheckHit(
        key: "LEGACY_VISIT_CODE", at: .line(net),
        sentence: "\(net.code) is an old code for a whole visit; bill each administration by its own code.")
    }
  }
}
