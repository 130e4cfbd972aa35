import CodeTables
import Coding
import Infusion
import Reconciliation

// Pipeline joins bytes and tables with medicine and billing: exports in, encounters coded and compared, results out.
// The main flow is `Run.perform`. It knows no option of the command and no format of an output.

/// The main job: read, put together by encounter, then side by side derive, compare and write; put out in order.
package struct Run {
  let job: Job
  /// Bytes of all exports as stored, looked at once; nil where they come on a stream, or can be read only once.
  let inputBytes: Int?

  package init(_ job: Job) {
    inputBytes = job.inputBytes
    self.job = job.fitted(toBytes: inputBytes)
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
    if output.canStartOver, canBeginAsGrouped {
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
    var intake = ExportIntake(job, bytes: inputBytes)
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
