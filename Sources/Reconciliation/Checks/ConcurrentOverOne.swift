import Coding
import Infusion

extension BillingChecks {
  /// Example: 96368 twice on one day, whatever the number of drugs and sites (coding-rules CONC-05).
  static let concurrentOverOne = BillingCheck(
    rule: CheckRule(
      "CHK-10", "A concurrent infusion is reported once for each date of service.", severity: .error, evidence: "K")
  ) { bill, documentation, _ in
    guard bill.services.intersects(concurrent),
      let code = documentation.roles.codeBook.code(.infusionConcurrent, .therapeutic)
    else { return [] }
    let byDate = Dictionary(grouping: bill.standing.filter { $0.code == code }, by: \.date)
    return byDate.values.filter { $0.reduce(0) { $0 + $1.units } > 1 }.compactMap(\.last)
      .sorted { isEarlier($0.date, $1.date) }
      .map { net in
        CheckHit(
          key: "CONC_OVER_ONE", at: .line(net),
          sentence: "\(code) may be billed once for a date, however many drugs ran.")
      }
  }
}

private let concurrent: ServiceSet = [.infusionConcurrent]
