import Coding
import Infusion

extension BillingChecks {
  /// Example: 96374 beside 96365 on one day without a modifier.
  ///
  /// The day is the patient's: lines of earlier encounters count. Where the record supports both codes and nobody says
  /// that Medicare pays, it asks and does not object, since other payers may have no such edits.
  static let pairedCodes = BillingCheck(
    rule: CheckRule(
      "CHK-23", "Two codes that NCCI pairs stand on one day only where the pair allows a modifier and one is there.",
      severity: .error, evidence: "S40")
  ) { bill, documentation, findings in
    guard let pairs = documentation.edits.pairs else { return [] }
    let setting = documentation.encounter.setting
    let lines = bill.standing
    var hits: [CheckHit?] = []
    for place in lines.indices {
      let (code, date) = (lines[place].code, lines[place].date)
      // Two lines of the bill are asked once.
      for other in 0..<place where lines[other].date == date {
        guard let edit = pairs.edit(between: code, and: lines[other].code, setting, on: date) else { continue }
        let line = PairedLine(lines[place], documentation, findings)
        hits.append(BilledPair(line, PairedLine(lines[other], documentation, findings), edit, pairs, documentation).hit)
      }
      for other in documentation.earlierLines.on(date) {
        guard let edit = pairs.edit(between: code, and: other.code, setting, on: date) else { continue }
        let line = PairedLine(lines[place], documentation, findings)
        hits.append(BilledPair(line, PairedLine(other), edit, pairs, documentation).hit)
      }
    }
    return hits.compactMap(\.self)
  }
}

/// A billed line as pairs see it.
private struct PairedLine {
  let code: ProcedureCode
  let date: CivilDate?
  let modifiers: [Modifier]
  /// Whether the record supports its code that day, and not only on another line.
  let isSupported: Bool
  /// Nil on the bill of an earlier encounter.
  let net: BilledNet?

  init(_ net: BilledNet, _ documentation: Documentation, _ findings: CheckedFindings) {
    self.net = net
    (code, date, modifiers) = (net.code, net.date, net.modifiers)
    isSupported =
      documentation.supports(net.code, on: net.date)
      && !findings.all.contains { $0.status == .unsupported && $0.concerns(net) }
  }

  init(_ earlier: EarlierLine) {
    net = nil
    (code, date, modifiers) = (earlier.code, earlier.date, earlier.modifiers)
    isSupported = earlier.isSupported
  }
}

/// Two billed lines that NCCI pairs: the first is paid, the second is part of it.
private struct BilledPair {
  let first: PairedLine
  let second: PairedLine
  let indicator: PairEdits.Indicator
  let isSetApart: Bool
  let isMedicare: Bool
  /// What sets the second apart.
  let modifier: Modifier
  /// The visit, where one of the two is; whether it was one of its own is not judged (coding-rules CHK-17).
  let visit: ProcedureCode?

  /// - Parameter edit: what pairs the two on their day.
  init(
    _ line: PairedLine, _ other: PairedLine, _ edit: PairEdits.Edit, _ pairs: PairEdits, _ documentation: Documentation
  ) {
    (first, second) = edit.column1 == line.code ? (line, other) : (other, line)
    indicator = edit.indicator
    // Medicare takes the modifier on either code (coding-rules MOD-05).
    let visit = [line, other].first { documentation.kind(of: $0.code) == .visit }
    isSetApart =
      pairs.setApart(line.modifiers + other.modifiers, on: line.date)
      || visit?.modifiers.contains(.separateVisit) ?? false
    self.visit = visit?.code
    isMedicare = documentation.encounter.isMedicare
    modifier = documentation.year.policy.distinctModifier.ofPair
  }

  private var areSupported: Bool { first.isSupported && second.isSupported }

  var hit: CheckHit? {
    switch indicator {
    case .notActive: nil
    case .never: said("\(pair)\(areSupported ? ". The record supports both, but" : ";") no modifier lets both stand.")
    case .withModifier where isSetApart:
      said(
        "\(pair)\(areSupported ? "; the record supports both, and" : ";") the modifier must be true of what was done.",
        severity: .info)
    case .withModifier where visit != nil:
      said(
        "\(pair). Modifier \(Modifier.separateVisit) belongs on \(visit?.description ?? "") if the visit was a service of "
          + "its own\(isMedicare ? "." : ", where the payer follows these edits.")",
        severity: isMedicare ? .error : .warning)
    // No advice to set apart what should not be billed.
    case .withModifier where !areSupported: said("\(pair).")
    case .withModifier:
      said(
        "\(pair). The record supports both: modifier \(modifier) belongs on \(second.code) if they were services apart"
          + (isMedicare ? "." : ", where the payer follows these edits."),
        severity: isMedicare ? .error : .warning)
    }
  }

  private var pair: String {
    let place = first.net == nil || second.net == nil ? " of an earlier encounter that day" : ""
    let (named, other) = first.net == nil ? (second, first) : second.net == nil ? (first, second) : (second, first)
    return "NCCI, Medicare's and Medicaid's edits, pairs \(named.code) with \(other.code)\(place)"
  }

  /// Of two lines of which the record supports one, the other is at fault; of two encounters the later one's line.
  private func said(_ sentence: String, severity: Severity? = nil) -> CheckHit? {
    let isFirstAtFault = second.isSupported && !first.isSupported
    guard let net = (isFirstAtFault ? first.net ?? second.net : second.net ?? first.net) else { return nil }
    return CheckHit(
      key: "NCCI_PAIR", at: .line(net), sentence: sentence,
      saidBy: [ReasonCode.modifierMissing.rawValue, "INITIAL_NO_MODIFIER"], severity: severity)
  }
}
