import CodeTables
import Coding
import Pipeline
import Reconciliation
import Reports

/// What `reconcile` writes: findings, encounters, suppressed findings, queries, rejects.
struct FindingsFiles: RunOutput {
  private let job: Job
  private let options: OutputOptions
  private let onlyDifferences: Bool
  private let findingsTable: FindingsTable
  private let encountersTable: EncountersTable
  private var files = OutputFiles()
  private var findings: OutputFiles.Table
  private var encounters: OutputFiles.Table?
  private var suppressed: OutputFiles.Table?
  private var queries: QueriesFile

  init(
    job: Job, findings path: String, encounters encountersPath: String?, suppressed suppressedPath: String?,
    options: OutputOptions, onlyDifferences: Bool
  ) throws {
    self.job = job
    self.options = options
    self.onlyDifferences = onlyDifferences
    findingsTable = FindingsTable(
      sources: job.marFiles, chargeSources: job.chargeFiles + job.marFiles, carriedNames: job.carriedColumns)
    encountersTable = EncountersTable(carriedNames: job.carriedColumns)
    findings = try files.table("findings", at: path, options: options)
    findingsTable.writeHeader(to: &findings.writer)
    if let encountersPath {
      var table = try files.table("encounters", at: encountersPath, options: options)
      encountersTable.writeHeader(to: &table.writer)
      encounters = table
    }
    if let suppressedPath {
      var table = try files.table("suppressed", at: suppressedPath, options: options)
      SuppressedTable(findingsTable).writeHeader(to: &table.writer)
      suppressed = table
    }
    queries = try QueriesFile(job: job, options: options, files: files)
  }

  mutating func accept(_ coded: CodedEncounter) throws {
    guard let result = coded.result else { return }
    for finding in result.findings where !(onlyDifferences && finding.status == .match) {
      findingsTable.append(finding, carried: coded.carried, to: &findings.writer)
    }
    try findings.flush()
    if var table = encounters {
      encountersTable.append(
        result, rowsUsed: coded.rowsUsed, rowsRejected: coded.rowsRejected, carried: coded.carried,
        to: &table.writer)
      try table.flush()
      encounters = table
    }
    if var table = suppressed {
      for finding in coded.suppressed {
        SuppressedTable(findingsTable).append(finding, carried: coded.carried, to: &table.writer)
      }
      try table.flush()
      suppressed = table
    }
    try queries.append(coded)
  }

  mutating func accept(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws {
    var rejects = RejectsFile()
    try rejects.write(rejectedMARRows, rejectedChargeLines, job: job, options: options, files: &files)
  }

  /// Completes every file and publishes them together.
  mutating func finish(_ summary: RunSummary, writesSummaryTo path: String?) throws -> RunSummary {
    try files.finish(&findings)
    for var table in [encounters, suppressed].compactMap(\.self) { try files.finish(&table) }
    try queries.finish(in: &files)
    return try files.publish(summary, summaryPath: path)
  }
}

/// What `derive` writes: codes, queries, rejects.
struct CodesFile: RunOutput {
  private let job: Job
  private let options: OutputOptions
  private let codesTable: CodesTable
  private var files = OutputFiles()
  private var codes: OutputFiles.Table
  private var queries: QueriesFile

  init(job: Job, codes path: String, options: OutputOptions) throws {
    self.job = job
    self.options = options
    codesTable = CodesTable(sources: job.marFiles, carriedNames: job.carriedColumns) { [tables = job.tables] in
      tables.year(for: $0)
    }
    codes = try files.table("codes", at: path, options: options)
    codesTable.writeHeader(to: &codes.writer)
    queries = try QueriesFile(job: job, options: options, files: files)
  }

  mutating func accept(_ coded: CodedEncounter) throws {
    codesTable.append(coded.derivation, of: coded.encounter, carried: coded.carried, to: &codes.writer)
    try codes.flush()
    try queries.append(coded)
  }

  mutating func accept(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) throws {
    var rejects = RejectsFile()
    try rejects.write(rejectedMARRows, rejectedChargeLines, job: job, options: options, files: &files)
  }

  mutating func finish(_ summary: RunSummary, writesSummaryTo path: String?) throws -> RunSummary {
    try files.finish(&codes)
    try queries.finish(in: &files)
    return try files.publish(summary, summaryPath: path)
  }
}
