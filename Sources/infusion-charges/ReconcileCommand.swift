import ArgumentParser
import Pipeline
import Reports

/// The main job: MAR and charges in, explained findings out.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare billed charges with what the medication record supports.")

  @OptionGroup var input: InputOptions
  @OptionGroup var bill: ChargeOptions
  @OptionGroup var tables: OutputOptions
  @OptionGroup var suppression: SuppressionOptions

  @Option(name: [.customShort("o"), .customLong("output")], help: "Findings (CSV); - is standard output.")
  var output: String

  @Option(help: "One row for each encounter (CSV).")
  var encounters: String?

  @Flag(help: "Leave matches out of the findings; they stay counted.")
  var onlyDifferences = false

  @Flag(help: "Also list rows that were given and are rightly not coded.")
  var explainExcluded = false

  @Flag(help: "Exit with 4 when any row was rejected.")
  var strict = false

  @Option(help: "Exit with 3 when findings of a status pass a limit: missing>100,unsupported>1%.")
  var failOn: String?

  func run() throws {
    try ErrorReport.reporting {
      let limits = try failOn.map(FindingLimits.init)
      var job = try input.job(charges: bill.charges)
      job.suppressions = try suppression.read(for: job)
      job.listsQueries = tables.queries != nil
      try OutputPaths.check(
        [
          "--output": output, "--encounters": encounters, "--rejects": tables.rejects, "--summary": tables.summary,
          "--suppressed": suppression.suppressed, "--queries": tables.queries,
        ], against: job, and: input.configurationFile, input.feesFile, suppression.suppressions)
      job.listsExcludedRows = explainExcluded
      job.spillPath = OutputPaths.forSpill(beside: output)
      var files = try FindingsFiles(
        job: job, findings: output, encounters: encounters, suppressed: suppression.suppressed, options: tables,
        onlyDifferences: onlyDifferences)
      let summary = try RunClock.timed(job, isQuiet: tables.quiet) { watch in
        try Run(job).perform(into: &files, watchedBy: &watch)
      }
      let finished = try files.finish(summary, writesSummaryTo: tables.summary)
      Terminal.report(finished, isQuiet: tables.quiet)
      if strict, finished.rows.rejectedTotal + finished.chargeLines.rejectedTotal > 0 { throw ExitCode(4) }
      if limits?.arePassed(by: finished) == true { throw ExitCode(3) }
    }
  }
}
