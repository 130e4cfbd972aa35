import Coding
import Infusion

extension BillingChecks {
  /// Example: 96367 and 96368 for one antibiotic that ran partly beside another.
  static let concurrentAndSequential = BillingCheck(
    rule: CheckRule(
      "CHK-33", "One infusion is either concurrent or follows another, never both.", severity: .error,
      evidence: "S21")
  ) { bill, documentation, findings in
    guard bill.services.intersects(concurrentOnly) else { return [] }
    let book = documentation.roles.codeBook
    guard let concurrent = book.code(.infusionConcurrent, .therapeutic),
      let sequential = book.code(.infusionSequential, .therapeutic),
      bill.units(of: concurrent) > 0, bill.units(of: sequential) > 0
    else { return [] }
    let surplus = findings.surplus(of: concurrent).first ?? findings.surplus(of: sequential).first
    guard let surplus else { return [] }
    let others = documentation.furtherInfusates
    guard others > 0, bill.units(of: concurrent) + bill.units(of: sequential) > others else { return [] }
    return [
      CheckHit(
        key: "CONC_AND_SEQ", at: .finding(surplus),
        sentence: "\(sequential) and \(concurrent) are billed for \(others) infusion\(others == 1 ? "" : "s") beside "
          + "the initial; each is one or the other.")
    ]
  }
}

extension Documentation {
  /// How many further drugs were infused beside the initial, coded or not.
  fileprivate var furtherInfusates: Int {
    let infused = infusates { Service.infusions.contains($0) && $1 == .therapeutic }
    let first = infusates { $0 == .infusionInitial && $1 == .therapeutic }
    let uncoded = derivation.notices.count { $0.kind == .concurrentCap || $0.kind == .concurrentNoParent }
    return infused.subtracting(first).count + uncoded
  }
}

private let concurrentOnly: ServiceSet = [.infusionConcurrent]
