import ArgumentParser
import Pipeline
import Reports

/// The main job: MAR and charges in, explained findings out.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare billed charges with what the medication record supports.")

  @OptionGroup var input: InputOptions
  @OptionGroup var bill: ChargeOptions
  @OptionGroup(title: "Further outputs") var tables: OutputOptions
  @OptionGroup(title: "Suppressions") var suppression: SuppressionOptions
  @OptionGroup(title: "Report") var page: ReportOptions
  @OptionGroup(title: "Privacy") var privacy: PrivacyOptions
  @OptionGroup(title: "One run in parts") var part: PartOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Findings (CSV); - is standard output.", valueName: "file"), completion: .file())
  var output: String

  @Option(help: ArgumentHelp("One row for each encounter (CSV).", valueName: "file"), completion: .file())
  var encounters: String?

  @Option(
    help: ArgumentHelp(
      "Summary, findings, encounters, queries and rejects in one workbook for reviewers (.xlsx).", valueName: "file"),
    completion: .file())
  var workbook: String?

  @Flag(help: "Leave matches out of the findings; they stay counted.")
  var onlyDifferences = false

  @Flag(help: "Also list rows that were given and are rightly not coded.")
  var explainExcluded = false

  @Flag(help: "Exit with 4 when any row was rejected.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Exit with 3 when findings of a status pass a limit: missing>100,unsupported>1%.", valueName: "limits"))
  var failOn: String?

  func run() throws {
    try ErrorReport.reporting(to: tables.log) {
      let limits = try failOn.map(FindingLimits.init)
      var job = try input.job(charges: bill.charges)
      try part.apply(to: &job, reading: input.reading, suppressionsFile: suppression.suppressions)
      job.suppressions = try suppression.read(for: job)
      try privacy.apply(to: &job)
      job.listsQueries = tables.queries != nil || workbook != nil
      try OutputPaths.check(
        [
          "--output": output, "--encounters": encounters, "--rejects": tables.rejects, "--summary": tables.summary,
          "--suppressed": suppression.suppressed, "--queries": tables.queries, "--workbook": workbook,
          "--report": page.report, "--manifest": tables.manifest,
        ], against: job, and: input.configurationFile, input.feesFile, suppression.suppressions, privacy.keyFile,
        page.readOnly(beside: tables.summary))
      job.listsExcludedRows = explainExcluded
      job.outputForm = tables.form + (onlyDifferences ? ["only_differences"] : [])
      job.spillPath = OutputPaths.forSpill(beside: output)
      var results = try FindingsFiles(
        job: job, findings: output, encounters: encounters, suppressed: suppression.suppressed,
        workbook: workbook, options: tables, report: page, onlyDifferences: onlyDifferences)
      results.files.audit = try Audit.of(
        job, reading: input.reading, suppressionsFile: suppression.suppressions, manifest: tables.manifest)
      let summary = try RunClock.timed(job, isQuiet: tables.quiet) { watch in
        try Run(job).perform(into: &results, watchedBy: &watch)
      }
      let finished = try results.finish(summary, writesSummaryTo: tables.summary)
      Terminal.report(finished, tables)
      if strict, finished.rows.rejectedTotal + finished.chargeLines.rejectedTotal > 0 { throw ExitCode(4) }
      if limits?.arePassed(by: finished) == true { throw ExitCode(3) }
    }
  }
}
