import ByteStreams
import Pipeline
import Reports
import Workbook

/// The workbook of a run on its way to its place.
struct WorkbookOutput {
  let results: ResultsWorkbook
  private let file: AtomicFile

  init(_ path: String, of job: Job, in files: OutputFiles, leavesMatchesOut: Bool) throws {
    file = try files.file(at: path)
    let book = try WorkbookWriter(
      path: file.pathToWrite(), shownPath: path,
      properties: WorkbookWriter.Properties(
        title: "What was billed, and what the record supports", author: "infusion-charges \(Version.number)"))
    results = try ResultsWorkbook(
      in: book, rejects: RejectsTable(sources: job.marFiles, chargeSources: job.chargeFiles),
      carriedNames: job.carriedColumns, leavesMatchesOut: leavesMatchesOut)
  }

  /// Completes the workbook and makes it safe on disk.
  func finish(_ summary: RunSummary, in files: inout OutputFiles) throws {
    try results.finish(summary)
    try files.finish(file, "workbook", at: file.path)
  }
}
