import Coding
import Infusion

extension BillingChecks {
  /// Example: 96416 and G0498 for one take-home pump, or 96523 for disconnecting the pump of G0498.
  static let pumpBilledTwice = BillingCheck(
    rule: CheckRule(
      "CHK-29", "One code starts a take-home pump; G0498 includes its disconnection.", severity: .error,
      evidence: "S38 K")
  ) { bill, documentation, _ in
    let book = documentation.roles.codeBook
    guard bill.services.intersects(homePump), let home = book.code(.pumpStartHome, .chemo), bill.units(of: home) > 0,
      let start = book.code(.pumpStart, .chemo)
    else { return [] }
    let pumps = max(1, documentation.supportedUnits(of: home) + documentation.supportedUnits(of: start))
    var hits: [CheckHit] = []
    if bill.units(of: start) > 0, bill.units(of: start) + bill.units(of: home) > pumps {
      let wrong = documentation.supportedUnits(of: home) > 0 ? start : home
      hits += bill.standing.filter { $0.code == wrong }.map { net in
        CheckHit(
          key: "PUMP_DOUBLE", at: .line(net), sentence: "\(start) and \(home) start the same pump; one of them stands.")
      }
    }
    return hits + documentation.disconnections(bill, home: home)
  }
}

extension Documentation {
  /// Flushes, and refills that the record does not show.
  fileprivate func disconnections(_ bill: Bill, home: ProcedureCode) -> [CheckHit] {
    bill.standing.filter { net in
      net.role.services.intersects(portFlush)
        || (net.role.services.intersects(portableRefill) && supportedUnits(of: net.code) == 0)
    }.map { net in
      CheckHit(
        key: "PUMP_DOUBLE", at: .line(net),
        sentence: "\(home) includes disconnecting the pump; \(net.code) is not billed for it.")
    }
  }
}

private let homePump: ServiceSet = [.pumpStartHome]
private let portFlush: ServiceSet = [.portFlush]
private let portableRefill: ServiceSet = [.pumpRefillPortable]
