import CSV
import Infusion
import Pipeline
import Reconciliation

/// The encounters as CSV (output section 3).
package struct EncountersTable: Sendable {
  package static let columns = [
    "encounter_id", "first_service_date", "last_service_date", "setting", "sites", "suggested", "billed", "status",
    "suggested_amount", "billed_amount", "amount_difference", "errors", "warnings", "infos", "rows_used",
    "rows_rejected",
  ]

  private let carriedNames: [String]

  /// - Parameter carriedNames: the columns of the exports that follow those of the table.
  package init(carriedNames: [String] = []) {
    self.carriedNames = carriedNames
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(CarriedHeaders.headers(carriedNames, behind: Self.columns))
  }

  /// - Parameters:
  ///   - rowsUsed: rows of the medication record that the encounter was coded from.
  ///   - rowsRejected: rows of it that could not be read.
  package func append(
    _ result: EncounterResult, rowsUsed: Int, rowsRejected: Int, carried: CarriedValues = CarriedValues(),
    to writer: inout RecordWriter
  ) {
    appendRow(of: result, rowsUsed, rowsRejected, carried, to: &writer)
  }

  package func append<Cells: CellWriter>(
    _ result: EncounterResult, rowsUsed: Int, rowsRejected: Int, carried: CarriedValues = CarriedValues(),
    to writer: inout Cells
  ) {
    appendRow(of: result, rowsUsed, rowsRejected, carried, to: &writer)
  }

  private func appendRow<Cells: CellWriter>(
    of result: EncounterResult, _ rowsUsed: Int, _ rowsRejected: Int, _ carried: CarriedValues,
    to writer: inout Cells
  ) {
    writer.text(result.encounterID)
    writer.day(result.firstServiceDate)
    writer.day(result.lastServiceDate)
    writer.text(result.setting.rawValue)
    writer.joined(result.sites, by: "; ")
    writer.text(result.suggested)
    writer.text(result.billed)
    writer.text(result.status.rawValue)
    let suggested = Self.total(result.findings.compactMap(\.suggestedAmount))
    let billed = Self.total(result.findings.compactMap(\.billedAmount))
    writer.money(suggested)
    writer.money(billed)
    writer.moneyDifference(suggested, billed)
    for count in [result.errors, result.warnings, result.infos, rowsUsed, rowsRejected] { writer.number(count) }
    writer.carried(carried, in: carriedNames)
    writer.endRow()
  }

  /// The sum of the amounts that are known; nil when none is.
  private static func total(_ amounts: [ExactDecimal]) -> ExactDecimal? {
    amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }
}
