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
    let lines = bill.drugs.isEmpty ? bill.standing : (bill.standing + bill.drugs).sorted(by: BilledNet.precedes)
    var hits: [CheckHit] = []
    var start = 0
    while start < lines.count {
      let (code, date) = (lines[start].code, lines[start].date)
      var end = start + 1
      while end < lines.count, lines[end].code == code, lines[end].date == date { end += 1 }
      if let limit = limits(code, documentation.encounter.setting, date) {
        hits += limit.hits(lines[start..<end], documentation.earlierLines)
      }
      start = end
    }
    return hits
  }
}

extension BillingEdits.UnitLimit {
  /// - Parameter nets: those of a code and day, in the order of the bill; never empty.
  fileprivate func hits(_ nets: ArraySlice<BilledNet>, _ earlierLines: EarlierLines) -> [CheckHit] {
    // A limit of a line lets lines with modifiers of their own stand side by side.
    guard indicator != .line else {
      return nets.filter { min($0.units, $0.mostOfALine) > units }.map { hit($0, units: min($0.units, $0.mostOfALine)) }
    }
    let (code, date) = (nets[nets.startIndex].code, nets[nets.startIndex].date)
    let earlier = earlierLines.on(date).reduce(0) { $0 + ($1.code == code ? $1.units : 0) }
    let day = nets.reduce(earlier) { $0 + $1.units }
    return day > units ? nets.suffix(1).map { hit($0, units: day) } : []
  }

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
