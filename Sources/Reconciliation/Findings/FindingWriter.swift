import Coding
import Infusion

/// Puts compared lines into words.
struct FindingWriter {
  let documentation: Documentation

  /// The finding of one line, without what unsettled notices and checks add.
  func finding(for line: ComparedLine) -> Finding {
    var finding = Finding(
      encounterID: documentation.encounter.id, serviceDate: line.date, setting: documentation.encounter.setting,
      code: line.code, status: line.status)
    describe(&finding, line)
    let stories = documentation.stories(of: line.charges)
    switch line.status {
    case .match: finding.add(sentence: stories + ".")
    case .missing: writeMissing(&finding, line, stories)
    case .unitsLow: writeLow(&finding, line, stories)
    case .unitsHigh: writeHigh(&finding, line, stories)
    case .unsupported: writeUnsupported(&finding, line)
    case .modifier: writeModifier(&finding, line, stories)
    case .date: writeDate(&finding, line, stories)
    case .review: writeReversal(&finding, line)
    case .check, .notReportable: preconditionFailure("comparing never ends in \(line.status.rawValue)")
    }
    noteNarrowerForm(&finding, line)
    addNotices(&finding, line)
    return finding
  }

  /// Puts down both sides of the line.
  private func describe(_ finding: inout Finding, _ line: ComparedLine) {
    finding.description = documentation.roles.description(of: line.code)
    finding.sites = documentation.sites(of: line.charges)
    finding.suggestedUnits = line.charges.isEmpty ? nil : line.suggestedUnits
    let billed = line.allBilled
    finding.billedUnits = billed.isEmpty && line.reversed.isEmpty ? nil : line.billedUnits
    finding.suggestedModifiers = line.suggestedModifiers
    finding.billedModifiers = merged(of: billed, \.modifiers)
    finding.rules = documentation.rules(of: line.charges)
    finding.recordRows = documentation.rows(of: line.charges)
    finding.chargeRows = merged(of: line.reversed.isEmpty ? billed : billed + line.reversed, \.rows)
    finding.pairsWith = line.pair.map { PairedCode($0.code, modifiers: $0.identity) }
  }

  /// - Parameter severity: where the case decides and not the rule.
  func judge(_ finding: inout Finding, _ key: ReasonCode?, _ rule: CheckRule, severity: Severity? = nil) {
    if let key { finding.add(key: key.rawValue) }
    finding.add(rules: [rule.id])
    finding.severity = max(finding.severity, severity ?? rule.severity)
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
      finding.add(notice)
      finding.severity = max(finding.severity, Severity(notice.kind.severity))
      if notice.kind.needsReview { finding.needsReview = true }
      if notice.kind.isUnsettled, line.status != .match { finding.becomeReview() }
    }
    if let pair = line.pair, !pair.isBilled { addNotices(&finding, ofReplacement: pair) }
    if let pair = line.pair, documentation.guessesClass(of: pair.charges, between: line.code, and: pair.code) {
      finding.becomeReview()
      finding.add(key: NoticeKind.classDefaulted.rawValue)
    }
  }

  /// A billed code is as unsettled as the suggestion that would replace it.
  private func addNotices(_ finding: inout Finding, ofReplacement pair: Substitute) {
    for notice in documentation.notices(of: pair.charges) where notice.kind.needsReview {
      finding.add(notice)
      finding.needsReview = true
      if notice.kind.isUnsettled { finding.becomeReview() }
    }
  }
}

extension Finding {
  /// Turns a difference that the record does not settle into a question.
  mutating func becomeReview() {
    status = .review
    severity = .warning
    needsReview = true
  }

  fileprivate mutating func add(_ notice: Notice) {
    add(key: notice.kind.rawValue)
    add(rules: notice.rules)
    add(sentence: notice.sentence + ".")
  }
}

extension Severity {
  fileprivate init(_ severity: NoticeKind.Severity) {
    self =
      switch severity {
      case .warning: .warning
      case .info: .info
      }
  }
}
