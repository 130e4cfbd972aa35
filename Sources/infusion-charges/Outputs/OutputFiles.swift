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
    /// Holds what is not yet passed on.
    var writer: RecordWriter

    /// Passes on rows that were written elsewhere.
    func put(_ rows: RecordWriter?) throws {
      guard let rows, !rows.bytes.isEmpty else { return }
      try sink.write(rows.bytes)
    }
  }

  private let set = OutputSet()
  /// Whether everything is written and nothing put in place.
  private let isDry: Bool
  /// What a manifest says beside inputs and outputs, and where it goes.
  var audit: (manifest: Manifest, path: String)?
  private(set) var outputs: [RunSummary.OutputFile] = []
  /// Files of an earlier run that must not outlive this one: nothing replaces them.
  var outdated: [String] = []

  init(isDry: Bool = false) {
    self.isDry = isDry
  }

  /// Whether the summary names files without their folders: for a folder that is renamed when it is whole.
  var namesFilesOnly = false

  /// A table at a path, its header written; `-` is standard output.
  func table(
    _ content: String, at path: String, options: OutputOptions? = nil, header: (inout RecordWriter) -> Void
  ) throws -> Table {
    let stream: any ByteSink = if isDry { NoOutput() } else { StandardOutput() }
    let sink: any ByteSink = path == "-" ? stream : try set.open(path)
    var table = Table(
      content: content, path: path, sink: sink,
      writer: RecordWriter(excel: options?.excel ?? false, raw: options?.raw ?? false))
    header(&table.writer)
    try sink.write(table.writer.takeBytes())
    return table
  }

  /// A file that is written by its name, or at the end; begun before anything is read, so that a folder without room for it
  /// is found out.
  func file(at path: String) throws -> AtomicFile { try set.open(path) }

  /// Writes a file as a whole and makes it safe on disk.
  mutating func finish(_ file: AtomicFile, _ content: String, at path: String, holding text: String) throws {
    try file.write(Array(text.utf8))
    try finish(file, content, at: path)
  }

  /// Makes a table safe on disk.
  mutating func finish(_ table: Table) throws {
    try table.put(table.writer)
    try finish(table.sink, table.content, at: table.path)
  }

  /// Makes a file safe on disk; standard output needs nothing.
  mutating func finish(_ sink: any ByteSink, _ content: String, at path: String) throws {
    guard let file = sink as? AtomicFile else { return }
    let digest = try file.seal()
    outputs.append(
      RunSummary.OutputFile(content: content, path: shown(path), bytes: digest.byteCount, sha256: digest.sha256))
  }

  private func shown(_ path: String) -> String {
    namesFilesOnly ? path.split(separator: "/").last.map(String.init) ?? path : path
  }

  /// Gives up every file.
  func discard() { set.discard() }

  /// Puts every file in its place, for commands without a summary.
  func publish() throws { _ = try set.commit() }

  /// Writes the summary, when it is asked for, and puts every file in its place.
  mutating func publish(_ summary: RunSummary, summaryPath: String?) throws -> RunSummary {
    var summary = summary
    summary.outputs = outputs
    for index in summary.inputs.indices { summary.inputs[index].path = shown(summary.inputs[index].path) }
    if let summaryPath {
      let file = try set.open(summaryPath)
      try file.write(Array(SummaryDocument(summary).text.utf8))
      try finish(file, "summary", at: summaryPath)
      summary.outputs = outputs
    }
    if let audit {
      let manifest = audit.manifest.of(summary, besides: audit.path)
      let file = try set.open(audit.path)
      try file.write(try manifest.document())
      try finish(file, "manifest", at: audit.path)
      summary.outputs = outputs
    }
    if isDry {
      set.discard()
      summary.outputs = []
      return summary
    }
    _ = try set.commit()
    for path in outdated { try AtomicFile.remove(path) }
    return summary
  }
}

extension OutputFiles {
  /// Writes the rejects table, which appears only when something was rejected (output section 4).
  mutating func write(
    _ rejectedMARRows: [RowProblem], _ rejectedChargeLines: [RowProblem], of job: Job, _ options: OutputOptions
  ) throws {
    guard let path = options.rejects else { return }
    guard !(rejectedMARRows.isEmpty && rejectedChargeLines.isEmpty) else {
      outdated.append(path)
      return
    }
    let rejects = RejectsTable(sources: job.marFiles, chargeSources: job.chargeFiles)
    var table = try self.table("rejects", at: path, options: options, header: rejects.writeHeader)
    for problem in rejectedMARRows { rejects.append(problem, of: .mar, to: &table.writer) }
    for problem in rejectedChargeLines { rejects.append(problem, of: .charges, to: &table.writer) }
    try finish(table)
  }
}
