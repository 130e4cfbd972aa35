/// What the shelves of a run have come to so far.
struct RunResults {
  private let job: Job
  private var summary: RunSummary
  private var problems = Problems()
  private var shelvesDone = 0
  /// How many parts the run has, shelves or kilobytes of input; 0 when nobody knows.
  private let parts: Int

  init(of job: Job, parts: Int) {
    self.job = job
    self.parts = parts
    summary = RunSummary(of: [], job)
  }

  /// Takes what became of the next shelf.
  ///
  /// - Parameter partsDone: parts of the run with which it is through; as many as shelves were taken when nil.
  mutating func take<Output: RunOutput>(
    _ result: ShelfWorker<Output.Pages>.Result, into output: inout Output, _ watch: inout some RunWatch,
    partsDone: Int? = nil
  ) throws {
    summary.add(result.summary)
    problems.add(result.problems)
    try output.put(result.page)
    shelvesDone += 1
    let rows = summary.rows.read + summary.chargeLines.read
    watch.advance(RunProgress(rows: rows, partsDone: parts == 0 ? 0 : partsDone ?? shelvesDone, of: parts))
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
