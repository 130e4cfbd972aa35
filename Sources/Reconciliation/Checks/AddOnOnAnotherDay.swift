import Coding
import Infusion

extension BillingChecks {
  /// Example: 96366 on the day after its 96365.
  ///
  /// The add-on stands (coding-rules DOS-03); lines of two days may go out on two claims.
  static let addOnOnAnotherDay = BillingCheck(
    rule: CheckRule(
      "CHK-36", "An add-on on another day than its parent may come to stand on another claim.", severity: .info,
      evidence: "S14 S16")
  ) { bill, documentation, _ in
    guard let day = bill.standing.first?.date, bill.standing.contains(where: { $0.date != day }) else { return [] }
    return bill.standing.compactMap { net in
      let parents = documentation.roles.parents(of: net.code)
      guard let date = net.date, !parents.isEmpty else { return nil }
      let billed = bill.standing.filter { parents.contains($0.code) }
      guard let parent = billed.first, billed.allSatisfy({ $0.date != nil && $0.date != date }) else { return nil }
      return CheckHit(
        key: "SPLIT_CLAIM", at: .line(net),
        sentence: "Its parent \(parent.code) stands on \(parent.date?.description ?? "another day"): bill both days on "
          + "one claim.", saidBy: [ReasonCode.dateMismatch.rawValue])
    }
  }
}
