import Coding
import Infusion

extension BillingChecks {
  /// Example: 96523 beside 96365, or beside blood drawn through the port, on one day.
  static let portFlushNotAlone = BillingCheck(
    rule: CheckRule(
      "CHK-07", "Flushing an access device is reported only when it is the one service of the day.",
      severity: .error, evidence: "S33 K")
  ) { bill, documentation, _ in
    guard bill.services.intersects(portFlush), let code = documentation.roles.codeBook.code(.portFlush, .any) else {
      return []
    }
    return bill.standing.filter { $0.code == code }.compactMap { net in
      let others = Set(bill.standing.filter { $0.code != code && $0.date == net.date }.map(\.code)).sorted()
      let elsewhere = net.date.map(documentation.encounter.datesWithOtherServices.contains) ?? false
      guard !others.isEmpty || elsewhere else { return nil }
      let names = others.isEmpty ? "another service" : others.map(\.description).joined(separator: ", ")
      return CheckHit(
        key: "96523_NOT_ALONE", at: .line(net),
        sentence: "\(code) is billed only when nothing else is; \(names) was billed or documented that day.")
    }
  }
}

private let portFlush: ServiceSet = [.portFlush]
