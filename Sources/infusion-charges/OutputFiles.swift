import ByteStreams
import CSV
import Pipeline
import Reports

/// The files of a run while they are written: each in a buffer of rows, all published together at the end.
struct OutputFiles {
  /// One table on its way to a file or to standard output.
  struct Table {
    let content: String
    let path: String
    let sink: any ByteSink
    var writer: RecordWriter

    /// Passes on what the writer holds, once it is worth it or at the end.
    mutating func flush(isEnd: Bool = false) throws {
      guard isEnd || writer.bytes.count >= 1 << 18 else { return }
      try sink.write(writer.takeBytes())
    }
  }

  private let set = OutputSet()
  private(set) var outputs: [RunSummary.OutputFile] = []
  /// Files of an earlier run that must not outlive this one: nothing replaces them.
  var outdated: [String] = []

  /// A table at a path; `-` is standard output.
  func table(_ content: String, at path: String, options: OutputOptions) throws -> Table {
    let sink: any ByteSink = path == "-" ? StandardOutput() : try set.open(path)
    return Table(
      content: content, path: path, sink: sink, writer: RecordWriter(excel: options.excel, raw: options.raw))
  }

  /// Writes the rest of a table and makes it safe on disk.
  mutating func finish(_ table: inout Table) throws {
    try table.flush(isEnd: true)
    try finish(table.sink, table.content, at: table.path)
  }

  private mutating func finish(_ sink: any ByteSink, _ content: String, at path: String) throws {
    guard let file = sink as? AtomicFile else { return }
    let digest = try file.seal()
    outputs.append(
      RunSummary.OutputFile(content: content, path: path, bytes: digest.byteCount, sha256: digest.sha256))
  }

  /// Writes the summary, when it is asked for, and puts every file in its place.
  mutating func publish(_ summary: RunSummary, summaryPath: String?) throws -> RunSummary {
    var summary = summary
    summary.outputs = outputs
    if let summaryPath {
      let file = try set.open(summaryPath)
      try file.write(Array(SummaryDocument(summary).text.utf8))
      try finish(file, "summary", at: summaryPath)
      summary.outputs = outputs
    }
    _ = try set.commit()
    for path in outdated { try AtomicFile.remove(path) }
    return summary
  }
}

/// The rejects table, which appears only when something was rejected (output section 4).
struct RejectsFile {
  private var table: OutputFiles.Table?

  mutating func write(
    _ marRows: [RowProblem], _ chargeLines: [RowProblem], job: Job, options: OutputOptions, files: inout OutputFiles
  ) throws {
    guard let path = options.rejects else { return }
    guard !(marRows.isEmpty && chargeLines.isEmpty) else {
      files.outdated.append(path)
      return
    }
    var table = try files.table("rejects", at: path, options: options)
    let rejects = RejectsTable(sources: job.marFiles, chargeSources: job.chargeFiles)
    rejects.writeHeader(to: &table.writer)
    for problem in marRows { rejects.append(problem, of: .mar, to: &table.writer) }
    for problem in chargeLines { rejects.append(problem, of: .charges, to: &table.writer) }
    try files.finish(&table)
  }
}
