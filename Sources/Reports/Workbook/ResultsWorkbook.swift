import Pipeline
import Reconciliation
import Workbook

/// What `reconcile` found as a workbook (output section 6): summary, findings, encounters, queries, rejects.
///
/// Rows are written as they come; the summary stands first and is filled in last.
package final class ResultsWorkbook {
  /// Rows of the sheets that encounters make.
  package struct Page: Sendable {
    package var findings = SheetRows()
    package var encounters = SheetRows()
    package var queries = SheetRows()

    package init() {}
  }

  private let book: WorkbookWriter
  private let summary: SheetPage
  private let findings: SheetTable
  private let encounters: SheetTable
  private let queries: SheetTable
  private let rejects: SheetTable
  private let rejectsTable: RejectsTable
  private let leavesMatchesOut: Bool

  /// Begins the sheets.
  ///
  /// - Parameters:
  ///   - book: a workbook without sheets.
  ///   - carriedNames: the columns of the exports that findings and encounters carry.
  ///   - leavesMatchesOut: whether matches stay out of the findings.
  /// - Throws: `writeFailed`, as do all functions.
  package init(
    in book: WorkbookWriter, rejects table: RejectsTable, carriedNames: [String], leavesMatchesOut: Bool = false
  ) throws {
    self.book = book
    self.leavesMatchesOut = leavesMatchesOut
    rejectsTable = table
    summary = try SheetPage("Summary", in: book)
    findings = try SheetTable(
      "Findings", of: SheetColumns.findings(carriedNames: carriedNames), in: book, heldColumns: 2)
    encounters = try SheetTable("Encounters", of: SheetColumns.encounters(carriedNames: carriedNames), in: book)
    queries = try SheetTable("Queries", of: SheetColumns.queries, in: book, heldColumns: 2)
    rejects = try SheetTable("Rejects", of: SheetColumns.rejects, in: book, heldColumns: 2)
  }

  /// Adds the rows of further encounters.
  package func put(_ page: Page) throws {
    try findings.put(page.findings)
    try encounters.put(page.encounters)
    try queries.put(page.queries)
  }

  /// Adds rows that could not be read.
  package func put(_ problems: [RowProblem], of role: RunSummary.InputFile.Role) throws {
    for problem in problems {
      var rows = SheetRows()
      rejectsTable.append(problem, of: role, to: &rows)
      try rejects.put(rows)
    }
  }

  /// Fills in the summary and completes the file.
  package func finish(_ run: RunSummary) throws {
    let tables = [findings, encounters, queries, rejects]
    for table in tables { table.finish() }
    let split = tables.map(\.sheets).filter { $0.count > 1 }.map { $0.map(\.name) }
    SummarySheet(run, split: split, leavesMatchesOut: leavesMatchesOut).fill(summary)
    summary.finish()
    try book.finish()
  }
}
