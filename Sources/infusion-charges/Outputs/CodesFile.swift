import CSV
import CodeTables
import Pipeline
import Reports

/// What `derive` writes: codes, queries, rejects.
struct CodesFile: FileOutput {
  let pages: CodesPages
  var files: OutputFiles
  let anew: () throws -> CodesFile
  let canStartOver: Bool
  private let job: Job
  private let options: OutputOptions
  private var codes: OutputFiles.Table
  private var queries: OutputFiles.Table?

  init(job: Job, codes path: String, options: OutputOptions) throws {
    self.job = job
    self.options = options
    canStartOver = path != "-"
    anew = { try CodesFile(job: job, codes: path, options: options) }
    let files = OutputFiles(isDry: options.dryRun)
    self.files = files
    let table = CodesTable(sources: job.marFiles, carriedNames: job.carriedColumns) { [tables = job.tables] in
      tables.year(for: $0)
    }
    codes = try files.table("codes", at: path, options: options, header: table.writeHeader)
    let queriesTable = QueriesTable(sources: job.marFiles)
    queries = try options.queries.map {
      try files.table("queries", at: $0, options: options, header: queriesTable.writeHeader)
    }
    pages = CodesPages(
      codes: table, queries: queriesTable,
      blankPage: CodesPages.Page(codes: codes.writer.continued(), queries: queries?.writer.continued()))
  }

  mutating func put(_ page: CodesPages.Page) throws {
    try codes.put(page.codes)
    try queries?.put(page.queries)
  }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws {
    try files.write(rejectedMARRows, rejectedChargeLines, of: job, options)
  }

  mutating func finish(_ summary: RunSummary, writesSummaryTo path: String?) throws -> RunSummary {
    for table in [codes, queries] { try table.map { try files.finish($0) } }
    return try files.publish(summary, summaryPath: path)
  }
}

/// Writes what `derive` found.
struct CodesPages: PageWriter {
  struct Page: Sendable {
    var codes: RecordWriter
    var queries: RecordWriter?
  }

  let codes: CodesTable
  let queries: QueriesTable
  let blankPage: Page

  func write(_ coded: CodedEncounter, on page: inout Page) {
    codes.append(coded.derivation, of: coded.encounter, carried: coded.carried, to: &page.codes)
    page.queries?.write { writer in
      for query in coded.queries { queries.append(query, to: &writer) }
    }
  }
}
