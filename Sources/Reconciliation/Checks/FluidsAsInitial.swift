import Coding
import Infusion

extension BillingChecks {
  /// Example: 96360 and 96365 in one encounter; the fluids are 96361.
  static let fluidsAsInitialBesideDrugs = BillingCheck(
    rule: CheckRule(
      "CHK-09", "With a drug initial in the encounter fluids are further hours, the first hour too.",
      severity: .error, evidence: "S01 S30")
  ) { bill, documentation, _ in
    guard bill.services.intersects(Service.hydrations), bill.initials.count > 1 else { return [] }
    let book = documentation.roles.codeBook
    guard let first = book.code(.hydrationFirstHour, .hydration), let further = book.code(.hydrationHour, .hydration),
      // A physician's visit for fluids keeps them as its initial.
      documentation.supportedUnits(of: first) == 0
    else { return [] }
    let drugs = distinctSorted(bill.initials.map(\.code).filter { $0 != first })
    guard !drugs.isEmpty else { return [] }
    let names = drugs.map(\.description).joined(separator: ", ")
    return bill.standing.filter { $0.code == first }.map { net in
      CheckHit(
        key: "HYD_NOT_INITIAL", at: .line(net),
        sentence: "Beside the drug initial \(names) fluids are billed as \(further), never as \(first).")
    }
  }
}
