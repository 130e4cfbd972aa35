import CSV
import Coding
import Infusion
import Reconciliation

/// What nobody wrote down, as questions to those who keep the record, as CSV: one row for each missing fact.
package struct QueriesTable: Sendable {
  package static let columns = [
    "encounter_id", "service_date", "drug", "site", "evidence", "missing", "question", "reason_code", "rules", "worth",
    "worth_is",
  ]

  private let sources: SourceNames

  /// - Parameter sources: the medication record files of the run, in order.
  package init(sources: [String]) {
    self.sources = SourceNames(sources)
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(Self.columns)
  }

  package func append<Cells: CellWriter>(_ query: DocumentationQuery, to writer: inout Cells) {
    writer.text(query.encounterID)
    writer.day(query.serviceDate)
    writer.joined(query.drugs, by: "; ")
    writer.joined(query.sites, by: "; ")
    writer.joined(sources.places(of: query.rows), by: "; ")
    writer.text(query.missing.rawValue)
    writer.text(query.question)
    writer.text(query.reasonCode)
    writer.joined(query.rules, by: " ")
    writer.money(query.worth?.amount)
    writer.text(query.worth?.sense.rawValue ?? "")
    writer.endRow()
  }
}
