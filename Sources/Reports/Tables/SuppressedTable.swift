import CSV
import CodeTables
import Pipeline

/// The findings that an organisation suppresses, as CSV: those of the findings table, and by whom, why and until when.
package struct SuppressedTable: Sendable {
  package static let columns = FindingsTable.columns + ["suppressed_by", "suppressed_because", "suppressed_until"]

  private let findings: FindingsTable

  /// - Parameter findings: writes the part that both tables share.
  package init(_ findings: FindingsTable) {
    self.findings = findings
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(CarriedHeaders.headers(findings.carriedNames, behind: Self.columns))
  }

  package func append(
    _ suppressed: SuppressedFinding, carried: CarriedValues = CarriedValues(), to writer: inout RecordWriter
  ) {
    findings.appendCells(of: suppressed.finding, to: &writer)
    writer.text(suppressed.suppression.owner)
    writer.text(suppressed.suppression.reason)
    writer.day(suppressed.suppression.expires)
    writer.carried(carried, in: findings.carriedNames)
    writer.endRow()
  }
}
