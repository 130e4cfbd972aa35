import CodeTables
import Coding
import Infusion
import Reconciliation

// Pipeline joins bytes and tables with medicine and billing: exports in, encounters coded and compared, results out. The
// main flow is `Run.perform`. It knows no option of the command and no format of an output.

/// One encounter with everything that was found out about it.
package struct CodedEncounter: Sendable {
  package let encounter: Encounter
  package let derivation: Derivation
  /// What comparing with the bill came to; nil when the job does not compare.
  package let result: EncounterResult?
  /// Findings that are not in the result, since the organisation suppresses them.
  package let suppressed: [SuppressedFinding]
  /// What to ask of those who keep the record; empty unless the job lists it.
  package let queries: [DocumentationQuery]
  /// Values of the job's carried columns, in their order; may be empty.
  package let carried: CarriedValues
  package let rowsUsed: Int
  /// Rows of the medication record that could not be read.
  package let rowsRejected: Int
  /// Whether a row or a charge line of it could not be read (input IN-51).
  package let isIncomplete: Bool
}

/// Where a run puts its results, in the order of output section 1.
package protocol RunOutput {
  mutating func accept(_ coded: CodedEncounter) throws
  /// Rows that could not be read: those of the MAR files, then those of the charge files.
  mutating func accept(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws
}

/// The main job: read, gather, derive, compare, hand on.
package struct Run {
  private let job: Job

  package init(_ job: Job) {
    self.job = job
  }

  /// Reads every input, hands every encounter to `output`, and says what the run came to.
  ///
  /// - Throws: `RunError`, and what `output` throws.
  package func perform(into output: inout some RunOutput) throws -> RunSummary {
    var intake = ExportIntake(job)
    for (file, path) in job.marFiles.enumerated() { try intake.readMAR(path, file: file) }
    for (file, path) in job.chargeFiles.enumerated() { try intake.readCharges(path, file: file) }
    try intake.carriedNames.check()
    try checkRejects(of: intake)
    try output.accept(rejectedMARRows: intake.problems.mar, rejectedChargeLines: intake.problems.charges)

    var summary = RunSummary(of: intake)
    if job.comparesWithBill { summary.note(skippedBy: job.tables.billingEdits) }
    if let suppressions = job.suppressions { summary.note(suppressions) }
    let visits = intake.finishedVisits()
    summary.warnOfMissingBill(job, hasCharges: visits.contains { !$0.charges.isEmpty })
    let coder = Coder(
      tables: { [tables = job.tables] in tables.year(for: $0) }, policy: job.configuration.policy,
      explaining: job.isExplaining, pairs: job.tables.billingEdits.pairs)
    let earlierDays = coder.earlierDays(of: visits.map(\.encounter))
    let earlierLines = EarlierLines.of(visits.map { ($0.encounter, $0.charges) }, supported: earlierDays)
    let queries =
      job.listsQueries
      ? DocumentationQueries(coder: coder, fees: job.fees, drugs: job.tables.latestYear.drugBilling) : nil
    let billsDrugs = visits.contains { $0.charges.contains { !$0.code.isService } }
    if job.comparesWithBill { summary.note(billsDrugs: billsDrugs) }
    var comparison = Comparing(job, billsDrugs: billsDrugs)

    for (place, visit) in visits.enumerated() {
      let earlier = earlierDays[place]
      let derivation = coder.derivation(of: visit.encounter, earlier: earlier)
      let compared =
        job.comparesWithBill ? comparison.result(of: visit, derivation, earlier: earlierLines[place]) : nil
      let coded = CodedEncounter(
        encounter: visit.encounter, derivation: derivation, result: compared?.open,
        suppressed: compared?.suppressed ?? [],
        queries: queries?.queries(of: visit.encounter, derivation, earlier: earlier) ?? [],
        carried: visit.carried,
        rowsUsed: visit.rowsUsed(by: derivation), rowsRejected: visit.rejected.rows.count,
        isIncomplete: !visit.rejected.isEmpty)
      summary.count(visit)
      summary.count(coded, of: job)
      try output.accept(coded)
    }
    summary.warnOfRowsWithoutBegin()
    summary.warnOfEdits()
    try summary.checkBalance()
    return summary
  }

  /// A changed export layout must not look like a clean night (input IN-52).
  private func checkRejects(of intake: ExportIntake) throws(RunError) {
    for (balance, problems, paths) in [
      (intake.rows, intake.problems.mar, job.marFiles), (intake.chargeLines, intake.problems.charges, job.chargeFiles),
    ] {
      let limit = job.configuration.rejectLimit
      guard !limit.allows(rejected: balance.rejectedTotal, ofRows: balance.read), let first = problems.first else {
        continue
      }
      let place = "\(paths[Int(first.source.file)]):\(first.source.line)"
      throw .tooManyRejects(
        rejected: balance.rejectedTotal, rows: balance.read, limit: limit.description,
        first: "\(place): \(first.problem); \(first.fix)")
    }
  }
}
