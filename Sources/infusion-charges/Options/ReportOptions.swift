import ArgumentParser
import ByteStreams
import Foundation
import Pipeline
import Reports

/// The run on one page.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The run on one page for a browser (HTML).", valueName: "file"), completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Summary of an earlier run (JSON): its figures stand beside this run's in the report.", valueName: "file"),
    completion: .file())
  var previous: String?

  func validate() throws {
    guard previous == nil || report != nil else {
      throw ValidationError("--previous needs --report FILE, the page that it is set beside")
    }
    guard previous != "-" else { throw ValidationError("--previous takes a file, not standard input") }
  }

  /// The previous summary, where no output may take its place; tonight's summary may: it is read before.
  func readOnly(beside summary: String?) -> String? {
    guard let previous, let summary, FileIdentity(path: previous) == FileIdentity(path: summary) else {
      return previous
    }
    return nil
  }

  /// The previous summary to read; nil on the first night of a command that names its own summary: there is none yet.
  func previousFile(beside summary: String?) -> String? {
    guard let previous, previous == summary, !FileManager.default.fileExists(atPath: previous) else { return previous }
    return nil
  }
}

/// The report of a run while it is gathered.
struct ReportFile {
  let blankTally = ReportTally()
  private var tally = ReportTally()
  private let path: String
  private let file: AtomicFile
  private let previous: PreviousSummary?
  private let job: Job

  /// Nil when nobody asked for a report.
  ///
  /// - Parameter summary: where the summary of this run goes.
  init?(_ options: ReportOptions, summary: String?, job: Job, files: OutputFiles) throws {
    guard let path = options.report else { return nil }
    previous = try options.previousFile(beside: summary).map {
      try PreviousSummary(try WholeFile.json(of: $0), file: $0)
    }
    self.path = path
    self.job = job
    file = try files.file(at: path)
  }

  mutating func put(_ page: ReportTally?) {
    if let page { tally.add(page) }
  }

  func write(_ summary: RunSummary, in files: inout OutputFiles) throws {
    let report = HTMLReport(
      summary, tally, previous: previous, sources: job.marFiles, chargeSources: job.chargeFiles + job.marFiles)
    try files.finish(file, "report", at: path, holding: report.text)
  }
}
