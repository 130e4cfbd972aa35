import Coding
import Infusion

extension BillingChecks {
  /// Example: 96366 billed without 96365 and 96367.
  ///
  /// The parent may stand on another day (coding-rules DOS-03).
  static let addOnWithoutParent = BillingCheck(
    rule: CheckRule(
      "CHK-01", "An add-on code needs one of its parents in the same encounter.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    bill.standing.compactMap { net in
      guard net.role.isAddOn else { return nil }
      let parents = documentation.roles.parents(of: net.code)
      guard !bill.holds(parents), !documentation.followsFluids(net.code, bill) else { return nil }
      let names = parents.map(\.description).joined(separator: ", ")
      return CheckHit(
        key: "ADDON_NO_PARENT", at: .line(net),
        sentence: "\(net.code) is an add-on, and none of its parents (\(names)) was billed in this encounter.")
    }
  }
}

extension Documentation {
  /// Whether, by choice, the push of a further drug follows a physician's fluids (coding-rules DSP-25).
  fileprivate func followsFluids(_ addOn: ProcedureCode, _ bill: Bill) -> Bool {
    guard year.policy.physicianHydrationPrimary == .allow96360AsParent, encounter.setting == .professional,
      let fluids = roles.codeBook.code(.hydrationFirstHour, .hydration),
      let push = roles.codeBook.code(.pushAdditional, .therapeutic)
    else { return false }
    return addOn == push && bill.holds([fluids])
  }
}

extension Bill {
  /// Whether a line of one of these codes stands.
  fileprivate func holds(_ codes: [ProcedureCode]) -> Bool { standing.contains { codes.contains($0.code) } }
}
