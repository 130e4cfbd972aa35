import Coding
import Infusion

/// What is said of units that were billed, and not as documented: with other modifiers, on other days.
extension FindingWriter {
  func writeModifier(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    finding.add(sentence: stories + ".")
    judgeModifier(&finding, line)
  }

  func writeDate(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(&finding, .dateMismatch, MatchingRules.otherDate)
    let dates = Set(line.misdated.compactMap(\.date)).sorted().map(\.description).joined(separator: ", ")
    let units = line.misdated.units
    finding.add(sentence: stories + ".")
    finding.add(
      sentence: units == line.suggestedUnits
        ? "\(line.label) belongs\(line.toDay) but was billed on \(dates)."
        : "\(units) of \(line.suggestedUnits) units of \(line.name) \(units == 1 ? "was" : "were") billed on \(dates); "
          + "all belong\(line.toDay).")
    if !line.misidentified.isEmpty { judgeModifier(&finding, line) }
  }

  private func judgeModifier(_ finding: inout Finding, _ line: ComparedLine) {
    finding.add(key: (line.isDistinct ? ReasonCode.modifierMissing : .modifierNotDerived).rawValue)
    finding.add(rules: [MatchingRules.comparedApart])
    finding.severity = max(finding.severity, line.isDistinct ? .error : .warning)
    let units = line.misidentified.units
    let some = units == line.suggestedUnits ? line.code.description : "\(units) of \(line.label)"
    let suggested = line.suggestedModifiers.filter(\.marksDistinctService).map(\.description).joined(separator: " ")
    let billed = Set(line.misidentified.flatMap(\.identity)).sorted().map(\.description).joined(separator: " ")
    finding.add(
      sentence: line.isDistinct
        ? "\(some) \(reason(toSetApart: line)) and needs modifier \(suggested); it was billed without."
        : "\(some) was billed with modifier \(billed), but nothing documented sets it apart.")
  }

  /// What a modifier is for: a pair that Medicare edits, or a site or an encounter of its own.
  private func reason(toSetApart line: ComparedLine) -> String {
    let charges = line.charges.map { documentation.derivation.charges[$0] }
    let partners = documentation.partners(of: line.code, on: line.date).sorted().map(\.description)
    guard !partners.isEmpty, charges.allSatisfy({ $0.rules.contains(MatchingRules.pairModifier) }) else {
      return "is a service of its own"
    }
    return
      "stands beside \(partners.joined(separator: ", ")), with which NCCI, Medicare's and Medicaid's edits, pairs it,"
  }
}
