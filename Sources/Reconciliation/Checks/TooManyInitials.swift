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
  ) { bill, documentation, findings in
    guard bill.initials.units > 1 else { return [] }
    let initials = documentation.bestFirst(bill.initials, findings)
    let sites = max(1, documentation.derivation.sites.count)
    let tooMany = initials.beyond(sites)
    guard tooMany.isEmpty else {
      return tooMany.map { net, units in
        let services = units == 1 ? "one initial service" : "\(units) initial services"
        return CheckHit(
          key: "TWO_INITIALS", at: .line(net),
          sentence:
            "\(net.name) is \(services) too many: the record shows \(sites) access site\(sites == 1 ? "" : "s").",
          saidBy: [ReasonCode.unsupportedUnits.rawValue])
      }
    }
    return initials.filter { !$0.isDistinct }.beyond(1).map { net, _ in
      CheckHit(
        key: "INITIAL_NO_MODIFIER", at: .line(net),
        sentence: "A further initial service needs modifier 59 or a narrower form of it; \(net.code) has none.",
        saidBy: [ReasonCode.modifierMissing.rawValue])
    }
  }
}

extension Documentation {
  /// Those that the record supports first, then by rank; a line that holds a surplus comes after all that hold none.
  fileprivate func bestFirst(_ initials: [BilledNet], _ findings: CheckedFindings) -> [BilledNet] {
    let holdSurplus = initials.map { net in findings.surplus.contains { findings.all[$0].concerns(net) } }
    return initials.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if holdSurplus[left.offset] != holdSurplus[right.offset] { return holdSurplus[right.offset] }
      let isOneSupported = supports(one.code)
      if isOneSupported != supports(other.code) { return isOneSupported }
      if one.code != other.code { return one.role.place < other.role.place }
      if one.isDistinct != other.isDistinct { return !one.isDistinct }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension [BilledNet] {
  /// Those whose units go past the first `count`, each with how many of them do.
  fileprivate func beyond(_ count: Int) -> [(BilledNet, Int)] {
    var units = 0
    return compactMap { net in
      units += net.units
      return units > count ? (net, Swift.min(net.units, units - count)) : nil
    }
  }
}
