import Coding
import Infusion

extension BillingChecks {
  /// Example: 96374 for propofol, or for the contrast of a scan.
  static let partOfProcedure = BillingCheck(
    rule: CheckRule(
      "CHK-34", "Drugs of a sedation, an operation or a scan are part of it and have no administration code.",
      severity: .error, evidence: "S37 S20b K")
  ) { _, documentation, findings in
    findings.surplus { documentation.roles.role(of: $0).isAdministration }.filter { place in
      findings.all[place].reasonCodes.contains(where: integral.contains)
    }.map { place in
      CheckHit(
        key: "INTEGRAL_BILLED", at: .finding(place), sentence: "Giving it is paid with that service.")
    }
  }
}

private let integral = Set([ExclusionReason.sedation, .procedure, .imaging].map(\.rawValue))
