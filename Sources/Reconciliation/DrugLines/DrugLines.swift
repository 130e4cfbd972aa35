import Coding
import Infusion

/// Compares the drug lines of a bill with the doses of the record (coding-rules 5.1).
///
/// Shape: one finding for a drug code and day, and one more for its waste. Matches are left out of `findings`: a hospital
/// bills many drugs, and a list of administration codes must not drown in those that are right.
struct DrugLines: Sendable {
  let billing: DrugBilling

  /// What differs, by day, then code.
  func findings(encounter: Encounter, billed lines: [ChargeLine]) -> [Finding] {
    compared(encounter: encounter, billed: lines).filter { $0.status != .match }
  }

  /// Every drug that is billed and documented, and what differs.
  ///
  /// A billed drug that the record does not hold at all is left to CHK-18.
  func compared(encounter: Encounter, billed lines: [ChargeLine]) -> [Finding] {
    guard lines.contains(where: { billing.isDrug($0.code) }) else { return [] }
    let supported = DrugUnits(of: encounter, billing: billing)
    let days = Dictionary(grouping: supported.totals, by: \.code).mapValues { Set($0.map(\.serviceDate)) }
    let bill = BilledDrug.all(in: lines, days: days, billing: billing)
    guard !bill.isEmpty else { return [] }
    let matching = DrugMatching(supported.totals, bill, billing: billing)
    let writer = DrugFindingWriter(
      encounter: encounter, statesOpened: encounter.rows.contains { $0.isGiven && $0.opened != nil })
    var findings = matching.pairs.flatMap { writer.findings($0) }
    findings += matching.otherCodes.flatMap { writer.findings(ofOtherCode: $0) }
    findings += matching.notBilled.filter(\.isNamedByRecord).map { writer.notBilled($0) }
    // An export without doses leaves every drug line open; that is no question about any one of them.
    guard encounter.rows.contains(where: { $0.isGiven && $0.dose != nil }) else { return findings }
    return findings + supported.uncounted.compactMap { writer.question($0, billed: matching.unmatched) }
  }
}
