import Coding
import Infusion

/// What is said of codes billed beyond the record.
extension FindingWriter {
  func writeHigh(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(
      &finding, .unsupportedUnits, MatchingRules.billedWithoutRecord,
      severity: line.pair.flatMap { severity(of: line, $0) })
    finding.add(sentence: "\(stories). \(line.unitsCompared)")
    if let pair = line.pair {
      finding.add(sentence: "\(pair.label) is supported and was \(pair.isOneSided ? "not billed" : "billed short").")
    } else if let why = documentation.explanation(forMoreOf: line) {
      explain(&finding, why)
      finding.add(sentence: why.sentence + ".")
    }
  }

  func writeUnsupported(_ finding: inout Finding, _ line: ComparedLine) {
    if let pair = line.pair {
      writeReplaced(&finding, line, pair)
    } else if let why = documentation.explanation(for: line) {
      explain(&finding, why)
      judge(&finding, nil, MatchingRules.billedWithoutRecord)
      finding.add(sentence: "The record does not support \(line.label)\(line.onDay).")
      finding.add(sentence: why.sentence + ".")
    } else {
      judge(&finding, .noDocumentation, MatchingRules.billedWithoutRecord)
      finding.add(sentence: withoutRecord(line))
    }
  }

  private func writeReplaced(_ finding: inout Finding, _ line: ComparedLine, _ pair: Substitute) {
    let stories = documentation.stories(of: pair.charges)
    finding.add(rules: documentation.rules(of: pair.charges))
    judge(&finding, .otherCodeSupported, MatchingRules.billedWithoutRecord, severity: severity(of: line, pair))
    finding.add(recordRows: documentation.rows(of: pair.charges))
    let supported =
      pair.isOneSided ? pair.label : "\(pair.units) more unit\(pair.units == 1 ? "" : "s") of \(pair.name)"
    finding.add(sentence: "\(line.label) was billed, but the record supports \(supported): \(stories).")
    if let because = pair.because { finding.add(sentence: because) }
  }

  /// Milder than the rule's where the record has the injection and only the class of its drug is in question.
  private func severity(of line: ComparedLine, _ pair: Substitute) -> Severity? {
    documentation.differByClass(line.code, pair.code) ? documentation.severityOfClass : nil
  }

  func writeReversal(_ finding: inout Finding, _ line: ComparedLine) {
    judge(&finding, .negativeUnits, MatchingRules.billedWithoutRecord)
    finding.becomeReview()
    let more = -line.billedUnits
    finding.add(
      sentence: "\(more) unit\(more == 1 ? "" : "s") more of \(line.name) \(more == 1 ? "was" : "were") reversed than "
        + "billed\(line.onDay); look for the charge that the reversal belongs to.")
  }

  private func withoutRecord(_ line: ComparedLine) -> String {
    guard documentation.rejected.rows.isEmpty else {
      return "No row that could be read supports \(line.label)\(line.onDay)."
    }
    guard !documentation.encounter.rows.isEmpty || !documentation.derivation.services.isEmpty else {
      return "The medication record holds no row of this encounter; \(line.label) has nothing behind it."
    }
    let near = documentation.nearby(line.code, on: line.date)
    let nothing = "Nothing in the medication record supports \(line.label)\(line.onDay)."
    return near.isEmpty ? nothing : nothing + " Documented near it: \(near)."
  }

  private func explain(_ finding: inout Finding, _ why: Explanation) {
    finding.add(key: why.key)
    finding.add(rules: why.rules)
    finding.add(recordRows: why.rows)
    if why.needsReview { finding.needsReview = true }
  }
}
