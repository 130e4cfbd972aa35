import Coding
import Infusion

/// What is said of codes billed short.
extension FindingWriter {
  func writeMissing(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(&finding, .missedCharge, MatchingRules.derivedNotBilled)
    guard let pair = line.pair else {
      finding.add(sentence: "\(stories). \(line.reversed.isEmpty ? line.label : line.name) \(fate(of: line)).")
      return
    }
    finding.add(
      sentence: pair.isOneSided
        ? "\(pair.label) was billed, but the record supports \(line.label): \(stories)."
        : "\(pair.label) was billed beyond the record, which supports \(line.label): \(stories).")
    if let because = pair.because { finding.add(sentence: because) }
    if !line.reversed.isEmpty { finding.add(sentence: "\(line.name) itself \(fate(of: line)).") }
  }

  func writeLow(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(&finding, .missedUnits, MatchingRules.derivedNotBilled)
    finding.add(sentence: "\(stories). \(line.unitsCompared)")
    if let pair = line.pair {
      finding.add(sentence: "\(pair.label), billed beyond the record, may stand for the rest.")
    }
  }

  /// How it came that nothing of the code stands on the bill.
  private func fate(of line: ComparedLine) -> String {
    guard !line.reversed.isEmpty else { return "was not billed" }
    return line.reversed.contains(where: \.everHadUnits) ? "was billed and reversed" : "was billed with 0 units"
  }
}
