/// What the shelves of a run have come to so far.
struct RunResults {
  private let job: Job
  private var summary: RunSummary
  private var problems = Problems()
  private var shelvesDone = 0
  /// How many there will be; 0 when nobody knows.
  private let shelves: Int

  init(of job: Job, shelves: Int = 0) {
    self.job = job
    self.shelves = shelves
    summary = RunSummary(of: [], job)
  }

  /// Takes what became of the next shelf.
  mutating func take<Output: RunOutput>(
    _ result: ShelfWorker<Output.Pages>.Result, into output: inout Output, _ watch: inout some RunWatch
  ) throws {
    summary.add(result.summary)
    problems.add(result.problems)
    try output.put(result.page)
    shelvesDone += 1
    let rows = summary.rows.read + summary.chargeLines.read
    watch.advance(RunProgress(rows: rows, partsDone: shelves == 0 ? 0 : shelvesDone, of: shelves))
  }

  /// Hands on the rows that could not be read, and sums the run up.
  ///
  /// - Parameter exports: the intake of the run, at its end.
  mutating func finish(
    _ exports: ExportIntake, inputs: [RunSummary.InputFile], into output: inout some RunOutput,
    _ watch: inout some RunWatch
  ) throws -> RunSummary {
    watch.begin(.finishing)
    summary.inputs = inputs
    problems.sort()
    try problems.check(against: job, summary)
    let shown = job.pseudonyms.map { problems.map($0.hiding) } ?? problems
    try output.put(rejectedMARRows: shown.mar, rejectedChargeLines: shown.charges)
    summary.warn(of: job, times: exports.timeNotes, billsDrugs: exports.billsDrugs)
    try summary.checkBalance()
    return summary
  }
}
