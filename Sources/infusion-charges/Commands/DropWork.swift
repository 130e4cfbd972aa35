import ArgumentParser
import ByteStreams
import CodeTables
import DropFolder
import Infusion
import Logging
import Pipeline
import Reports

/// What `drop` does with each drop: `reconcile`, into a folder.
struct DropWork {
  private let command: Drop
  private let clock: JobClock
  private let job: Job
  private let limits: FindingLimits?

  /// Reads configuration, tables and suppressions; a mistake in them ends the pass before anything is moved.
  init(_ command: Drop, clock: JobClock) throws {
    self.command = command
    self.clock = clock
    var job = try command.reading.job(mar: [], charges: [])
    try command.privacy.apply(to: &job)
    job.listsQueries = true
    job.suppressions = try command.suppressions.map { path in
      try Suppressions(
        file: path, bytes: try WholeFile.bytes(of: path), day: CivilDate(iso: clock.now.day) ?? RunClock.today,
        formulary: job.tables.formulary)
    }
    self.job = job
    limits = try command.failOn.map(FindingLimits.init)
  }

  func setup(log: Logger) throws -> DropSetup {
    let audit = try Audit(job, reading: command.reading, suppressionsFile: command.suppressions)
    return DropSetup(
      choices: job.configuration.drop, manifest: audit.manifest, rules: audit.rules(forms: forms),
      now: { clock.now }, process: process, judge: exitCode, exitCode: ErrorReport.code, log: log)
  }

  /// How exports are read and results written, beside what the summary names.
  private var forms: [String] {
    let reading = command.reading
    let texts = [
      "encoding": reading.encoding, "delimiter": reading.delimiter, "sheet": reading.sheet,
      "max_field": reading.maxField.map(String.init),
    ]
    let flags = [
      "excel": command.excel, "only_differences": command.onlyDifferences, "workbook": command.workbook,
      "report": command.report,
    ]
    return texts.compactMap { name, value in value.map { "\(name)=\($0)" } } + flags.filter(\.value).keys
  }

  private func process(_ input: DropInput) throws -> RunSummary {
    var job = job
    (job.marFiles, job.chargeFiles) = (input.marFiles, input.chargeFiles)
    let path = { (name: String) in "\(input.folder)/\(name)" }
    job.spillPath = OutputPaths.forSpill(beside: path("findings.csv"))
    let options = try OutputOptions.parse(
      [
        "--rejects", path("rejects.csv"), "--summary", path("summary.json"), "--queries", path("queries.csv"),
        "--quiet",
      ]
        + (command.excel ? ["--excel"] : []))
    var results = try FindingsFiles(
      job: job, findings: path("findings.csv"), encounters: path("encounters.csv"),
      suppressed: job.suppressions == nil ? nil : path("suppressed.csv"),
      workbook: command.workbook ? path("results.xlsx") : nil, options: options,
      report: command.report ? try ReportOptions.parse(["--report", path("report.html")]) : nil,
      onlyDifferences: command.onlyDifferences)
    results.files.namesFilesOnly = true
    let summary = try RunClock.timed(job, isQuiet: true) { watch in
      try Run(job).perform(into: &results, watchedBy: &watch)
    }
    let finished = try results.finish(summary, writesSummaryTo: options.summary)
    // Whether what was read is what was dropped is judged by the paths that were read.
    var result = finished
    result.inputs = summary.inputs
    return result
  }

  private func exitCode(of summary: RunSummary) -> Int32 {
    if command.strict, summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal > 0 { return 4 }
    return limits?.arePassed(by: summary) == true ? 3 : 0
  }
}
