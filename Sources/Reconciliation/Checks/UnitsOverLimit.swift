import Coding
import Infusion

extension BillingChecks {
  /// Example: 96372 with 5 units on a day whose limit is 4.
  ///
  /// The day is the patient's: units of earlier encounters count.
  ///
  /// Drugs have limits too; what was thrown away (JW) counts towards that of the day.
  static let unitsOverLimit = BillingCheck(
    rule: CheckRule(
      "CHK-22", "Units of a code and day stay within the unit limit (MUE) loaded for the setting.", severity: .error,
      evidence: "S40")
  ) { bill, documentation, _ in
    guard let limits = documentation.edits.unitLimit else { return [] }
    let days = Dictionary(grouping: bill.standing + bill.drugs) { CodeDay(code: $0.code, date: $0.date) }
    return days.sorted { $0.key < $1.key }.flatMap { day, nets -> [CheckHit] in
      guard let limit = limits(day.code, documentation.encounter.setting, day.date) else { return [] }
      // A limit of a line lets lines with modifiers of their own stand side by side.
      guard limit.indicator != .line else {
        return nets.filter { min($0.units, $0.mostOfALine) > limit.units }
          .map { limit.hit($0, units: min($0.units, $0.mostOfALine)) }
      }
      let earlier = documentation.earlierLines.filter { $0.code == day.code && $0.date == day.date }
      let units = nets.units + earlier.reduce(0) { $0 + $1.units }
      return units > limit.units ? nets.suffix(1).map { limit.hit($0, units: units) } : []
    }
  }
}

private struct CodeDay: Hashable, Comparable {
  let code: ProcedureCode
  let date: CivilDate?

  static func < (left: CodeDay, right: CodeDay) -> Bool {
    left.date == right.date ? left.code < right.code : isEarlier(left.date, right.date)
  }
}

extension BillingEdits.UnitLimit {
  fileprivate func hit(_ net: BilledNet, units: Int) -> CheckHit {
    CheckHit(
      key: "MUE_OVER", at: .line(net), sentence: sentence(of: net, units: units),
      severity: indicator == .clinical ? .warning : .error)
  }

  fileprivate func sentence(of net: BilledNet, units billed: Int) -> String {
    let table = effectiveFrom.map { " (table of \($0))" } ?? ""
    let over =
      "\(net.code) has \(billed) unit\(billed == 1 ? "" : "s")\(billed > net.units ? " that day" : ""); the limit \(indicator == .line ? "of a line" : "of a day") is \(units)\(table)"
    switch indicator {
    case .line: return over + ", unless the rest stands on lines with a modifier."
    case .absolute: return over + ", whatever the reason."
    case .clinical: return over + ", beyond which the payer asks for the reason."
    }
  }
}
