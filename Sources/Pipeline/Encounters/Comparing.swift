import CodeTables
import Coding
import Infusion
import Reconciliation

/// Comparing with the bill, by the code book of each encounter's year.
struct Comparing {
  private let job: Job
  /// Whether any bill of the run carries a drug.
  private let billsDrugs: Bool
  private let drugs: [ProcedureCode: DrugKey]
  private var reconcilers: [Int: Reconciler] = [:]

  init(_ job: Job, billsDrugs: Bool) {
    self.job = job
    self.billsDrugs = billsDrugs
    // Where no bill has a drug, nobody asks which one a code is.
    drugs = job.comparesWithBill && billsDrugs ? job.tables.drugsOfCodes : [:]
  }

  /// The findings with their amounts, those that are suppressed apart.
  mutating func result(
    of visit: EncounterAssembly.Visit, _ derivation: Derivation, earlier: EarlierLines
  ) -> (open: EncounterResult, suppressed: [SuppressedFinding]) {
    let date = derivation.charges.first?.serviceDate ?? visit.charges.compactMap(\.serviceDate).min()
    let year = date.map { job.tables.year(for: $0) } ?? job.tables.latestYear
    let reconciler =
      reconcilers[year.year]
      ?? job.tables.reconciler(
        for: year, listsExcluded: job.listsExcludedRows, drugs: drugs, billsDrugs: billsDrugs,
        edits: job.tables.billingEdits, policy: job.configuration.policy)
    reconcilers[year.year] = reconciler
    var result = reconciler.findings(
      encounter: visit.encounter, derivation: derivation, billed: visit.charges, earlier: earlier,
      rejected: visit.rejected)
    if visit.encounter.hasFurtherSources {
      // Evidence names every entry of the record, and not only those that begin something.
      result.change { $0.recordRows = visit.encounter.allSources(of: $0.recordRows) }
    }
    if let fees = job.fees { result.price(by: fees) }
    return job.suppressions?.split(result, of: visit.encounter, pseudonyms: job.pseudonyms) ?? (result, [])
  }
}
