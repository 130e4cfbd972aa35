import CodeTables
import Coding
import Infusion
import Reconciliation

// Pipeline joins bytes and tables with medicine and billing: exports in, encounters coded and compared, results out.
// The main flow is `Run.perform`. It knows no option of the command and no format of an output.

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
  /// Values of the columns to carry.
  package let carried: CarriedValues
  package let rowsUsed: Int
  /// Rows of the medication record that could not be read.
  package let rowsRejected: Int
  /// Whether a row or a charge line of it could not be read (input IN-51).
  package let isIncomplete: Bool
}

/// The main job: read, put together by encounter, then side by side derive, compare and write; put out in order.
package struct Run {
  let job: Job

  package init(_ job: Job) {
    self.job = job
  }

  /// Reads every input, hands everything found to `output`, and says what the run came to.
  ///
  /// The same bytes for any number of workers, any limit of memory, and whether encounters are coded as their rows
  /// come or when all have come.
  ///
  /// - Throws: `RunError`, and what `output` throws.
  package func perform<Output: RunOutput, Watch: RunWatch>(
    into output: inout Output, watchedBy watch: inout Watch
  ) throws -> RunSummary {
    if job.inputOrder == .grouped { return try asPromised(into: &output, &watch) }
    if output.canStartOver, job.canBeginAsGrouped {
      do {
        return try asRowsCome(into: &output, &watch)
      } catch is Straggler {
        try output.startOver()
      }
    }
    return try whenAllHaveCome(into: &output, &watch)
  }

  /// Puts every record on the shelf of its encounter before the first is coded.
  private func whenAllHaveCome<Output: RunOutput>(
    into output: inout Output, _ watch: inout some RunWatch
  ) throws -> RunSummary {
    watch.begin(.reading)
    var intake = ExportIntake(job)
    if let path = job.rowsPath {
      try intake.readRows(path, &watch)
    } else {
      for (file, path) in job.marFiles.enumerated() { try intake.readMAR(path, file: file, &watch) }
      for (file, path) in job.chargeFiles.enumerated() { try intake.readCharges(path, file: file, &watch) }
    }
    try intake.carriedNames.check()
    let (shelves, reader, days) = try intake.finished()

    watch.begin(.neighbours)
    let neighbours = try Neighbours(of: days, on: shelves, read: reader, job: job)
    let worker = ShelfWorker(
      job, reader: reader, neighbours: neighbours, billsDrugs: intake.billsDrugs, pages: output.pages)
    watch.begin(.coding)
    var results = RunResults(of: job, parts: shelves.count)
    try OrderedWork.run(
      over: shelves, jobs: job.jobs,
      makeWorker: {
        var worker = worker
        return { shelf in try worker.work(on: shelf) }
      }, take: { try results.take($0, into: &output, &watch) })
    return try results.finish(intake, inputs: intake.inputs, into: &output, &watch)
  }
}
