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
    let suggested = line.suggestedModifiers.filter(\.marksDistinctService).map(\.description)
    let billed = Set(line.misidentified.flatMap(\.identity)).sorted().map(\.description)
    finding.add(
      sentence: line.isDistinct
        ? "\(some) is a service of its own and needs modifier \(suggested.joined(separator: " ")); it was not billed."
        : "\(some) was billed with modifier \(billed.joined(separator: " ")), but nothing documented sets it apart.")
  }
}
