import CSV
import Infusion
import Reconciliation

/// The encounters as CSV (output section 3).
package struct EncountersTable: Sendable {
  package static let columns = [
    "encounter_id", "first_service_date", "last_service_date", "setting", "sites", "suggested", "billed", "status",
    "suggested_amount", "billed_amount", "amount_difference", "errors", "warnings", "infos", "rows_used",
    "rows_rejected",
  ]

  package init() {}

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(Self.columns)
  }

  /// - Parameters:
  ///   - rowsUsed: rows of the medication record that the encounter was coded from.
  ///   - rowsRejected: rows of it that could not be read.
  package func append(
    _ result: EncounterResult, rowsUsed: Int, rowsRejected: Int, to writer: inout RecordWriter
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
    writer.endRow()
  }

  /// The sum of the amounts that are known; nil when none is.
  private static func total(_ amounts: [ExactDecimal]) -> ExactDecimal? {
    amounts.isEmpty ? nil : amounts.reduce(.zero, +)
  }
}
