import Coding
import Infusion

/// Compares what the documentation supports with what was billed.
///
/// Shape: a value without state; one may serve any number of encounters and threads. The order of billed lines leaves
/// no trace in its answers.
package struct Reconciler: Sendable {
  private let roles: CodeRoles
  private let listsExcluded: Bool

  /// - Parameter listsExcluded: whether rows that are rightly not coded make findings of their own.
  package init(codeBook: CodeBook, listsExcluded: Bool = false) {
    roles = CodeRoles(codeBook: codeBook)
    self.listsExcluded = listsExcluded
  }

  /// The findings of one encounter.
  ///
  /// - Parameters:
  ///   - derivation: what was derived from this encounter; empty when it is only billed.
  ///   - billed: the lines of this encounter, in any order.
  ///   - isIncomplete: whether a row of it was rejected (input IN-51).
  package func findings(
    encounter: Encounter, derivation: Derivation, billed: [ChargeLine], isIncomplete: Bool
  ) -> EncounterResult {
    let documentation = Documentation(encounter: encounter, derivation: derivation, roles: roles)
    let bill = Bill(lines: billed, suggestedDates: Set(derivation.charges.map(\.serviceDate)), roles: roles)
    let derived = Set(derivation.charges.map(\.code))
    let judged = bill.nets.filter { roles.isJudged($0.code) || derived.contains($0.code) }

    var comparison = Comparison(charges: derivation.charges, billed: judged)
    comparison.pairSubstitutes(roles: roles)
    let writer = FindingWriter(documentation: documentation)
    var findings = comparison.lines.map(writer.finding)
    UnsettledNotices.add(to: &findings, from: documentation)
    BillingChecks.add(to: &findings, bill: bill, documentation: documentation)
    if listsExcluded { findings += NotReportable.findings(encounter: encounter, derivation: derivation) }
    if isIncomplete { findings = findings.map(\.ofIncompleteEncounter) }

    let judgedLines = judged.reduce(0) { $0 + $1.rows.count }
    return EncounterResult(
      encounter: encounter, findings: sorted(findings), suggested: tally(derivation.charges), billed: tally(judged),
      isIncomplete: isIncomplete, nettedLines: bill.nettedLines,
      notJudgedLines: billed.count - bill.nettedLines - judgedLines)
  }

  private func tally(_ charges: [ExpectedCharge]) -> String {
    var tally = CodeTally()
    for charge in charges { tally.add(charge.code, charge.modifiers, units: charge.units) }
    return tally.text(roles: roles)
  }

  private func tally(_ nets: [BilledNet]) -> String {
    var tally = CodeTally()
    for net in nets { tally.add(net.code, net.identity, units: net.units) }
    return tally.text(roles: roles)
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    // Keys are sorted and not findings, which are large to move.
    findings.enumerated().map { ListingKey($1, offset: $0, roles: roles) }.sorted(by: <).map { findings[$0.offset] }
  }
}

extension Finding {
  fileprivate var ofIncompleteEncounter: Finding {
    var finding = self
    finding.needsReview = true
    finding.severity = max(severity, .info)
    finding.add(key: ReasonCode.incompleteEncounter.rawValue)
    finding.add(sentence: "A row of this encounter was rejected, so the record is incomplete.")
    return finding
  }
}
