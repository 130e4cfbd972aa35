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
    var result = reconciler(for: date).findings(
      encounter: visit.encounter, derivation: derivation, billed: visit.charges, earlier: earlier,
      rejected: visit.rejected)
    if visit.encounter.hasFurtherSources {
      // Evidence names every entry of the record, and not only those that begin something.
      result.change { $0.recordRows = visit.encounter.allSources(of: $0.recordRows) }
    }
    if let fees = job.fees { result.price(by: fees) }
    return job.suppressions?.split(result, of: visit.encounter, pseudonyms: job.pseudonyms) ?? (result, [])
  }

  /// By the tables of a day, or by the latest ones; made once for each of their years.
  private mutating func reconciler(for date: CivilDate?) -> Reconciler {
    let year = date.map { job.tables.tableYear(for: $0) } ?? job.tables.years[job.tables.years.count - 1]
    if let known = reconcilers[year] { return known }
    let tables = date.map { job.tables.year(for: $0) } ?? job.tables.latestYear
    let reconciler = job.tables.reconciler(
      for: tables, listsExcluded: job.listsExcludedRows, drugs: drugs, billsDrugs: billsDrugs,
      edits: job.tables.billingEdits, policy: job.configuration.policy)
    reconcilers[year] = reconciler
    return reconciler
  }
}
