import ArgumentParser
import Pipeline
import Reports

/// Suggestions alone, without charges.
struct Derive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "derive",
    abstract: "Derive the codes that the medication record supports, without charges.")

  @OptionGroup var input: InputOptions
  @OptionGroup(title: "Further outputs") var tables: OutputOptions
  @OptionGroup(title: "Privacy") var privacy: PrivacyOptions
  @OptionGroup(title: "One run in parts") var part: PartOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Derived codes (CSV); - is standard output.", valueName: "file"), completion: .file())
  var output: String

  @Flag(help: "Exit with 4 when any row was rejected.")
  var strict = false

  func run() throws {
    try ErrorReport.reporting(to: tables.log) {
      var job = try input.job(charges: [])
      try privacy.apply(to: &job)
      try OutputPaths.check(
        [
          "--output": output, "--rejects": tables.rejects, "--summary": tables.summary, "--queries": tables.queries,
          "--manifest": tables.manifest,
        ], against: job, and: input.configurationFile, input.feesFile, privacy.keyFile)
      try part.apply(to: &job, reading: input.reading)
      job.outputForm = tables.form
      job.listsQueries = tables.queries != nil
      job.comparesWithBill = false
      job.spillPath = OutputPaths.forSpill(beside: output)
      var results = try CodesFile(job: job, codes: output, options: tables)
      results.files.audit = try Audit.of(job, reading: input.reading, suppressionsFile: nil, manifest: tables.manifest)
      let summary = try RunClock.timed(job, isQuiet: tables.quiet) { watch in
        try Run(job).perform(into: &results, watchedBy: &watch)
      }
      let finished = try results.finish(summary, writesSummaryTo: tables.summary)
      Terminal.report(finished, tables)
      if strict, finished.rows.rejectedTotal > 0 { throw ExitCode(4) }
    }
  }
}
