import Coding
import Infusion

extension BillingChecks {
  /// Example: 96415 beside 96409, which is a push and has no further hours.
  static let addOnOfOtherFamily = BillingCheck(
    rule: CheckRule(
      "CHK-31", "Further hours of an infusion do not continue a push.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    [ServiceClass.therapeutic, .chemo].flatMap { serviceClass in
      documentation.hoursBesidePushes(bill, serviceClass)
    }
  }
}

extension Documentation {
  fileprivate func hoursBesidePushes(_ bill: Bill, _ serviceClass: ServiceClass) -> [CheckHit] {
    let book = roles.codeBook
    func codes(_ services: [Service]) -> Set<ProcedureCode> {
      Set(services.compactMap { book.code($0, serviceClass) })
    }
    guard let hour = book.code(.infusionHour, serviceClass), bill.units(of: hour) > 0 else { return [] }
    let billed = Set(bill.standing.map(\.code))
    let pushes = codes([.pushInitial, .pushAdditional, .pushRepeat]).intersection(billed).sorted()
    guard !pushes.isEmpty, codes([.infusionInitial, .infusionSequential]).isDisjoint(with: billed) else { return [] }
    let names = pushes.map(\.description).joined(separator: ", ")
    return bill.standing.filter { $0.code == hour }.map { net in
      CheckHit(
        key: "WRONG_ADDON_FAMILY", at: .line(net), sentence: "A push, here \(names), has no further hours.")
    }
  }
}
