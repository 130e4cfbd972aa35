import Pipeline
import Reports

/// The list of questions, where it is asked for.
struct QueriesFile {
  private let queries: QueriesTable
  private var table: OutputFiles.Table?

  init(job: Job, options: OutputOptions, files: OutputFiles) throws {
    queries = QueriesTable(sources: job.marFiles)
    guard let path = options.queries else { return }
    var table = try files.table("queries", at: path, options: options)
    queries.writeHeader(to: &table.writer)
    self.table = table
  }

  mutating func append(_ coded: CodedEncounter) throws {
    guard var table else { return }
    for query in coded.queries { queries.append(query, to: &table.writer) }
    try table.flush()
    self.table = table
  }

  mutating func finish(in files: inout OutputFiles) throws {
    guard var table else { return }
    try files.finish(&table)
  }
}
