import Coding
import Infusion

extension BillingChecks {
  /// Example: 96415 beside 96409, which is a push and has no further hours.
  static let addOnOfOtherFamily = BillingCheck(
    rule: CheckRule(
      "CHK-31", "Further hours of an infusion do not continue a push.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    guard bill.services.intersects(furtherHour), bill.services.intersects(Service.pushes) else { return [] }
    return [ServiceClass.therapeutic, .chemo].flatMap { serviceClass in
      documentation.hoursBesidePushes(bill, serviceClass)
    }
  }
}

extension Documentation {
  fileprivate func hoursBesidePushes(_ bill: Bill, _ serviceClass: ServiceClass) -> [CheckHit] {
    func lines(of services: ServiceSet) -> [BilledNet] {
      bill.standing.filter { $0.role.services(of: serviceClass).intersects(services) }
    }
    let hours = lines(of: furtherHour)
    guard !hours.isEmpty, lines(of: beginnings).isEmpty else { return [] }
    let pushes = distinctSorted(lines(of: Service.pushes).map(\.code))
    guard !pushes.isEmpty else { return [] }
    let names = pushes.map(\.description).joined(separator: ", ")
    return hours.map { net in
      CheckHit(
        key: "WRONG_ADDON_FAMILY", at: .line(net), sentence: "A push, here \(names), has no further hours.")
    }
  }
}

private let furtherHour: ServiceSet = [.infusionHour]
/// What hours continue.
private let beginnings: ServiceSet = [.infusionInitial, .infusionSequential]
