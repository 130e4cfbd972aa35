import Coding
import Infusion

extension BillingChecks {
  /// Example: 96365 and 96374 billed on one line of access.
  ///
  /// That two sites with their modifier stand without a reason is the coder's notice and not repeated here.
  static let tooManyInitials = BillingCheck(
    rule: CheckRule(
      "CHK-02", "An encounter has one initial service for each access site; every further one carries its modifier.",
      severity: .error, evidence: "K")
  ) { bill, documentation in
    let initials = documentation.initialsBestFirst(bill)
    let sites = max(1, documentation.derivation.sites.count)
    let tooMany = initials.beyond(sites)
    guard tooMany.isEmpty else {
      return tooMany.map { net in
        CheckHit(
          key: "TWO_INITIALS", net: net,
          sentence: "\(net.code) is one initial service too many: the record shows \(sites) access "
            + "site\(sites == 1 ? "" : "s").")
      }
    }
    return initials.filter { !$0.isDistinct }.beyond(1).map { net in
      CheckHit(
        key: "INITIAL_NO_MODIFIER", net: net,
        sentence: "A further initial service needs modifier 59 or a narrower form of it; \(net.code) has none.")
    }
  }
}

extension Documentation {
  /// Billed initial services of the vein: those that the record supports first, then by rank.
  fileprivate func initialsBestFirst(_ bill: Bill) -> [BilledNet] {
    let book = roles.codeBook
    let codes = Set(
      [
        book.code(.infusionInitial, .chemo), book.code(.pushInitial, .chemo),
        book.code(.infusionInitial, .therapeutic), book.code(.pushInitial, .therapeutic),
        book.code(.hydrationFirstHour, .hydration),
      ].compactMap(\.self))
    let supported = Set(derivation.charges.map(\.code))
    let billed = bill.standing.filter { codes.contains($0.code) }
    return billed.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      let isOneSupported = supported.contains(one.code)
      if isOneSupported != supported.contains(other.code) { return isOneSupported }
      if one.code != other.code { return roles.place(of: one.code) < roles.place(of: other.code) }
      if one.isDistinct != other.isDistinct { return !one.isDistinct }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension [BilledNet] {
  /// Those whose units go past the first `count`.
  fileprivate func beyond(_ count: Int) -> [BilledNet] {
    var units = 0
    return filter { net in
      units += net.units
      return units > count
    }
  }
}
