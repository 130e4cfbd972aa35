import Coding
import Infusion

/// Compares what the documentation supports with what was billed.
///
/// Shape: a value without state; one may serve any number of encounters and threads. The order of billed lines leaves
/// no trace in its answers.
package struct Reconciler: Sendable {
  private let year: ComparingYear
  private let drugLines: DrugLines
  private let listsExcluded: Bool

  /// - Parameters:
  ///   - year: the tables by which the encounters were coded.
  ///   - listsExcluded: whether rows that are rightly not coded make findings of their own.
  ///   - drugs: ingredients of the drug codes that are known; lines of others are not judged.
  ///   - billsDrugs: whether bills carry drugs at all; where they do not, no drug line is missed.
  ///   - edits: a payer's unit limits and pairs; checks without their table are skipped.
  ///   - policy: the choices by which the encounters were coded.
  ///   - inactivity: tells which billed codes may not be reported on a day.
  package init(
    year: CodingYear, listsExcluded: Bool = false, drugs: [ProcedureCode: DrugKey] = [:],
    billsDrugs: Bool = true, edits: BillingEdits = BillingEdits(), policy: Policy = Policy(),
    inactivity: @escaping Inactivity.Judge = { _, _ in nil }
  ) {
    self.year = ComparingYear(
      roles: CodeRoles(codeBook: year.codeBook, inactivity: inactivity), thresholds: year.thresholds, drugs: drugs,
      billsDrugs: billsDrugs && !drugs.isEmpty, edits: edits, policy: policy)
    drugLines = DrugLines(billing: year.drugBilling)
    self.listsExcluded = listsExcluded
  }

  /// The findings of one encounter.
  ///
  /// - Parameters:
  ///   - derivation: what was derived from this encounter; empty when it is only billed.
  ///   - billed: the lines of this encounter, in any order.
  ///   - earlier: what earlier encounters of the same patient have on their bills.
  ///   - rejected: what of it could not be read (input IN-51).
  package func findings(
    encounter: Encounter, derivation: Derivation, billed: [ChargeLine], earlier: EarlierLines = EarlierLines(),
    rejected: RejectedInput = RejectedInput()
  ) -> EncounterResult {
    let documentation = Documentation(
      encounter: encounter, derivation: derivation, rejected: rejected, earlierLines: earlier, year: year)
    let roles = year.roles
    var bill = Bill(lines: billed, suggested: derivation.charges, roles: roles)
    let judged = bill.nets.filter { roles.isJudged($0) || documentation.supports($0.code) }

    var comparison = Comparison(documentation, billed: judged, reversed: bill.reversed)
    comparison.pairSubstitutes(documentation)
    bill.settle(judged, by: comparison)
    let writer = FindingWriter(documentation: documentation)
    let lines = comparison.lines
    var findings = lines.indices.map { writer.finding(for: lines[$0]) }
    UnsettledNotices.add(to: &findings, from: documentation)
    findings += drugLines.findings(encounter: encounter, billed: billed)
    BillingChecks.add(to: &findings, bill: bill, documentation: documentation)
    if !rejected.isEmpty { for place in findings.indices { findings[place].warn(of: rejected) } }
    if listsExcluded { findings += NotReportable.findings(encounter: encounter, derivation: derivation) }

    return EncounterResult(
      documentation, findings: ListingOrder.sorted(findings, roles: roles),
      billed: bill.nets.filter { $0.inactivity != nil || roles.isJudged($0) || documentation.supports($0.code) })
  }
}
