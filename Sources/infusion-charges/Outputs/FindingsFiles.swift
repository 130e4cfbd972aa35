import CSV
import Pipeline
import Reconciliation
import Reports

/// What `reconcile` writes: findings, encounters, suppressed findings, queries, rejects, a workbook of them, a report.
struct FindingsFiles: FileOutput {
  let pages: FindingsPages
  var files: OutputFiles
  let anew: () throws -> FindingsFiles
  /// Whether nothing is written that cannot be written anew: standard output, a workbook.
  let canStartOver: Bool
  private let job: Job
  private let options: OutputOptions
  private var findings: OutputFiles.Table
  private var encounters: OutputFiles.Table?
  private var suppressed: OutputFiles.Table?
  private var queries: OutputFiles.Table?
  private let workbook: WorkbookOutput?
  private var report: ReportFile?

  init(
    job: Job, findings path: String, encounters encountersPath: String?, suppressed suppressedPath: String?,
    workbook workbookPath: String? = nil, options: OutputOptions,
    report reportOptions: ReportOptions? = nil, onlyDifferences: Bool
  ) throws {
    self.job = job
    self.options = options
    canStartOver = path != "-" && workbookPath == nil
    anew = {
      try FindingsFiles(
        job: job, findings: path, encounters: encountersPath, suppressed: suppressedPath, workbook: workbookPath,
        options: options, report: reportOptions, onlyDifferences: onlyDifferences)
    }
    let files = OutputFiles(isDry: options.dryRun)
    self.files = files
    let table = FindingsTable(
      sources: job.marFiles, chargeSources: job.chargeFiles + job.marFiles, carriedNames: job.carriedColumns)
    let encountersTable = EncountersTable(carriedNames: job.carriedColumns)
    findings = try files.table("findings", at: path, options: options, header: table.writeHeader)
    encounters = try encountersPath.map {
      try files.table("encounters", at: $0, options: options, header: encountersTable.writeHeader)
    }
    suppressed = try suppressedPath.map {
      try files.table("suppressed", at: $0, options: options, header: SuppressedTable(table).writeHeader)
    }
    let queriesTable = QueriesTable(sources: job.marFiles)
    queries = try options.queries.map {
      try files.table("queries", at: $0, options: options, header: queriesTable.writeHeader)
    }
    workbook = try workbookPath.map { try WorkbookOutput($0, of: job, in: files, leavesMatchesOut: onlyDifferences) }
    report = try reportOptions.flatMap { try ReportFile($0, summary: options.summary, job: job, files: files) }
    pages = FindingsPages(
      findings: table, encounters: encountersTable, queries: queriesTable, onlyDifferences: onlyDifferences,
      blankPage: FindingsPages.Page(
        findings: findings.writer.continued(), encounters: encounters?.writer.continued(),
        suppressed: suppressed?.writer.continued(), queries: queries?.writer.continued(),
        workbook: workbook.map { _ in ResultsWorkbook.Page() }, report: report?.blankTally))
  }

  mutating func put(_ page: FindingsPages.Page) throws {
    try findings.put(page.findings)
    try encounters?.put(page.encounters)
    try suppressed?.put(page.suppressed)
    try queries?.put(page.queries)
    if let rows = page.workbook { try workbook?.results.put(rows) }
    report?.put(page.report)
  }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws {
    try files.write(rejectedMARRows, rejectedChargeLines, of: job, options)
    try workbook?.results.put(rejectedMARRows, of: .mar)
    try workbook?.results.put(rejectedChargeLines, of: .charges)
  }

  /// Completes every file and publishes them together.
  mutating func finish(_ summary: RunSummary, writesSummaryTo path: String?) throws -> RunSummary {
    for table in [findings, encounters, suppressed, queries] { try table.map { try files.finish($0) } }
    try workbook?.finish(summary, in: &files)
    try report?.write(summary, in: &files)
    return try files.publish(summary, summaryPath: path)
  }
}

/// Writes what `reconcile` found.
struct FindingsPages: PageWriter {
  /// Rows of each table; nil for those that nobody asked for.
  struct Page: Sendable {
    var findings: RecordWriter
    var encounters: RecordWriter?
    var suppressed: RecordWriter?
    var queries: RecordWriter?
    var workbook: ResultsWorkbook.Page?
    var report: ReportTally?
  }

  let findings: FindingsTable
  let encounters: EncountersTable
  let queries: QueriesTable
  let onlyDifferences: Bool
  let blankPage: Page

  func write(_ coded: CodedEncounter, on page: inout Page) {
    guard let result = coded.result else { return }
    for finding in result.findings where !(onlyDifferences && finding.status == .match) {
      findings.append(finding, carried: coded.carried, to: &page.findings)
    }
    page.encounters?.write { writer in
      encounters.append(
        result, rowsUsed: coded.rowsUsed, rowsRejected: coded.rowsRejected, carried: coded.carried, to: &writer)
    }
    page.suppressed?.write { writer in
      for finding in coded.suppressed {
        SuppressedTable(findings).append(finding, carried: coded.carried, to: &writer)
      }
    }
    page.queries?.write { writer in
      for query in coded.queries { queries.append(query, to: &writer) }
    }
    page.workbook?.write { sheets in write(coded, result, on: &sheets) }
    page.report?.add(coded)
  }

  private func write(_ coded: CodedEncounter, _ result: EncounterResult, on page: inout ResultsWorkbook.Page) {
    for finding in result.findings where !(onlyDifferences && finding.status == .match) {
      findings.append(finding, carried: coded.carried, to: &page.findings)
    }
    encounters.append(
      result, rowsUsed: coded.rowsUsed, rowsRejected: coded.rowsRejected, carried: coded.carried,
      to: &page.encounters)
    for query in coded.queries { queries.append(query, to: &page.queries) }
  }
}

extension RecordWriter {
  /// Lets `body` write rows; for a writer that there may not be.
  mutating func write(_ body: (inout RecordWriter) -> Void) { body(&self) }
}

extension ResultsWorkbook.Page {
  /// The same for the pages of a workbook.
  mutating func write(_ body: (inout Self) -> Void) { body(&self) }
}
