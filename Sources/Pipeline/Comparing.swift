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
    drugs = job.comparesWithBill ? job.tables.drugsOfCodes : [:]
  }

  /// The findings with their amounts, those that are suppressed apart.
  mutating func result(
    of visit: EncounterAssembly.Visit, _ derivation: Derivation, earlier: [EarlierLine]
  ) -> (open: EncounterResult, suppressed: [SuppressedFinding]) {
    let date = derivation.charges.first?.serviceDate ?? visit.charges.compactMap(\.serviceDate).min()
    let year = date.map { job.tables.year(for: $0) } ?? job.tables.latestYear
    let reconciler =
      reconcilers[year.year]
      ?? job.tables.reconciler(
        for: year, listsExcluded: job.listsExcludedRows, drugs: drugs, billsDrugs: billsDrugs,
        edits: job.tables.billingEdits, policy: job.configuration.policy)
    reconcilers[year.year] = reconciler
    let result = reconciler.findings(
      encounter: visit.encounter, derivation: derivation, billed: visit.charges, earlier: earlier,
      rejected: visit.rejected
    ).namingAllSources(of: visit.encounter)
    let priced = job.fees.map(result.priced) ?? result
    return job.suppressions?.split(priced, of: visit.encounter) ?? (priced, [])
  }
}

extension EncounterResult {
  /// The result whose evidence names every entry of the record, and not only those that begin something.
  fileprivate func namingAllSources(of encounter: Encounter) -> EncounterResult {
    guard encounter.hasFurtherSources else { return self }
    var named = findings
    for place in named.indices { named[place].recordRows = encounter.allSources(of: named[place].recordRows) }
    return with(findings: named)
  }
}
