import Coding
import Infusion

/// Puts compared lines into words.
struct FindingWriter {
  let documentation: Documentation

  /// The finding of one line, without what notices and checks add.
  func finding(for line: ComparedLine) -> Finding {
    var finding = blank(line)
    let stories = documentation.stories(of: line.charges)
    switch line.status {
    case .match: writeMatch(&finding, line, stories)
    case .missing, .unitsLow: writeShort(&finding, line, stories)
    case .unitsHigh: writeHigh(&finding, line, stories)
    case .unsupported where line.isReversal: writeReversal(&finding, line)
    case .unsupported: writeUnsupported(&finding, line)
    case .modifier: writeModifier(&finding, line, stories)
    case .date: writeDate(&finding, line, stories)
    case .review, .check, .notReportable: preconditionFailure("comparing never ends in \(line.status.rawValue)")
    }
    noteNarrowerForm(&finding, line)
    addNotices(&finding, line)
    return finding
  }

  private func blank(_ line: ComparedLine) -> Finding {
    let encounter = documentation.encounter
    var finding = Finding(
      encounterID: encounter.id, serviceDate: line.date, setting: encounter.setting, code: line.code,
      status: line.status)
    finding.description = documentation.roles.description(of: line.code)
    finding.sites = documentation.sites(of: line.charges)
    finding.suggestedUnits = line.charges.isEmpty ? nil : line.suggestedUnits
    finding.billedUnits = line.allBilled.isEmpty ? nil : line.billedUnits
    finding.suggestedModifiers = line.suggestedModifiers
    finding.billedModifiers = merged(line.allBilled.map(\.modifiers))
    finding.rules = documentation.rules(of: line.charges)
    finding.recordRows = documentation.rows(of: line.charges)
    finding.chargeRows = merged(line.allBilled.map(\.rows))
    finding.pairsWith = line.pair?.code
    return finding
  }

  private func writeMatch(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    finding.add(sentence: stories + ".")
  }

  private func writeShort(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    let isMissing = line.status == .missing
    judge(&finding, isMissing ? .missedCharge : .missedUnits, MatchingRules.derivedNotBilled)
    if let pair = line.pair, isMissing {
      finding.add(sentence: "\(pair.code) was billed, but the record supports \(line.label): \(stories).")
    } else if isMissing {
      finding.add(sentence: "\(stories). \(line.label) was not billed.")
    } else {
      finding.add(sentence: "\(stories). That supports \(line.label); x\(line.billedUnits) was billed.")
      if let pair = line.pair { finding.add(sentence: "\(pair.code) was billed beyond the record.") }
    }
  }

  private func writeHigh(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(&finding, .unsupportedUnits, MatchingRules.billedWithoutRecord)
    finding.add(
      sentence: "\(stories). That supports \(line.name) x\(line.suggestedUnits); x\(line.billedUnits) was billed.")
    if let pair = line.pair {
      finding.add(sentence: "\(pair.code) is supported and was billed short.")
    } else if let why = documentation.explanation(for: line.code, on: line.date) {
      explain(&finding, why)
      finding.add(sentence: why.sentence + ".")
    }
  }

  private func writeReversal(_ finding: inout Finding, _ line: ComparedLine) {
    judge(&finding, .negativeUnits, MatchingRules.billedWithoutRecord)
    finding.needsReview = true
    finding.add(
      sentence: "More of \(line.name) was reversed than billed\(line.onDay) (x\(line.billedUnits)); "
        + "look for the charge that the reversal belongs to.")
  }

  private func writeUnsupported(_ finding: inout Finding, _ line: ComparedLine) {
    let why = documentation.explanation(for: line.code, on: line.date)
    if let pair = line.pair {
      judge(&finding, .otherCodeSupported, MatchingRules.billedWithoutRecord)
      let stories = documentation.stories(of: pair.charges)
      finding.add(recordRows: documentation.rows(of: pair.charges))
      finding.add(sentence: "\(line.label) was billed, but the record supports \(pair.code): \(stories).")
    } else if let why {
      explain(&finding, why)
      judge(&finding, nil, MatchingRules.billedWithoutRecord)
      finding.add(sentence: "The record does not support \(line.label)\(line.onDay): \(why.sentence).")
    } else {
      judge(&finding, .noDocumentation, MatchingRules.billedWithoutRecord)
      finding.add(sentence: withoutRecord(line))
    }
  }

  private func withoutRecord(_ line: ComparedLine) -> String {
    guard !documentation.encounter.rows.isEmpty || !documentation.derivation.services.isEmpty else {
      return "The medication record holds no row of this encounter; \(line.label) has nothing behind it."
    }
    let near = documentation.nearby(line.code, on: line.date)
    let nothing = "Nothing in the medication record supports \(line.label)\(line.onDay)."
    return near.isEmpty ? nothing : nothing + " Documented near it: \(near)."
  }

  private func writeModifier(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    finding.add(key: (line.isDistinct ? ReasonCode.modifierMissing : .modifierNotDerived).rawValue)
    finding.add(rules: [MatchingRules.comparedApart])
    finding.severity = line.isDistinct ? .error : .warning
    let suggested = line.suggestedModifiers.filter(\.marksDistinctService).map(\.description)
    let billed = Set(line.moved.flatMap(\.identity)).sorted().map(\.description)
    finding.add(
      sentence: line.isDistinct
        ? "\(stories). \(line.code) stands apart here and needs modifier \(suggested.joined(separator: " ")), "
          + "which was not billed."
        : "\(stories). \(line.code) was billed with modifier \(billed.joined(separator: " ")), "
          + "but nothing documented sets it apart.")
  }

  private func writeDate(_ finding: inout Finding, _ line: ComparedLine, _ stories: String) {
    judge(&finding, .dateMismatch, MatchingRules.otherDate)
    let dates = Set(line.moved.compactMap(\.date)).sorted().map(\.description).joined(separator: ", ")
    finding.add(sentence: "\(stories). \(line.label) belongs\(line.toDay) but was billed on \(dates).")
  }

  private func noteNarrowerForm(_ finding: inout Finding, _ line: ComparedLine) {
    guard line.isMetByNarrowerForm else { return }
    let narrower = Set(line.billed.flatMap(\.identity)).subtracting([.distinctService]).sorted()
    let names = narrower.map(\.description).joined(separator: " ")
    let wanted = line.suggestedModifiers.filter(\.marksDistinctService)
    guard !narrower.isEmpty, Set(wanted).isDisjoint(with: narrower) else { return }
    finding.add(rules: [MatchingRules.narrowerForms])
    finding.add(sentence: "\(names) was billed and meets the suggested 59, of which it is a narrower form.")
  }

  /// Adds the notices of the line's charges; a difference that one of them leaves unsettled becomes a review.
  private func addNotices(_ finding: inout Finding, _ line: ComparedLine) {
    for notice in documentation.notices(of: line.charges) {
      finding.add(key: notice.kind.rawValue)
      finding.add(rules: notice.rules)
      finding.add(sentence: notice.sentence + ".")
      finding.severity = max(finding.severity, .info)
      if notice.kind.needsReview { finding.needsReview = true }
      if notice.kind.isUnsettled, line.status != .match { finding.becomeReview() }
    }
    if let pair = line.pair, !pair.isBilled { addNotices(&finding, ofReplacement: pair) }
  }

  /// A billed code is as unsettled as the suggestion that would replace it.
  private func addNotices(_ finding: inout Finding, ofReplacement pair: Substitute) {
    for notice in documentation.notices(of: pair.charges) where notice.kind.needsReview {
      finding.add(key: notice.kind.rawValue)
      finding.add(rules: notice.rules)
      finding.needsReview = true
      if notice.kind.isUnsettled { finding.becomeReview() }
    }
  }

  private func judge(_ finding: inout Finding, _ key: ReasonCode?, _ rule: CheckRule) {
    if let key { finding.add(key: key.rawValue) }
    finding.add(rules: [rule.id])
    finding.severity = rule.severity
  }

  private func explain(_ finding: inout Finding, _ why: Explanation) {
    finding.add(key: why.key)
    finding.add(rules: why.rules)
    finding.add(recordRows: why.rows)
    if why.needsReview { finding.needsReview = true }
  }
}

extension Finding {
  /// Turns a difference that the record does not settle into a question.
  mutating func becomeReview() {
    status = .review
    severity = .warning
    needsReview = true
  }
}
