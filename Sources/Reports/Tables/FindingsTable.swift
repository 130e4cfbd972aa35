import CSV
import Infusion
import Pipeline
import Reconciliation

/// The findings as CSV (output section 1).
package struct FindingsTable: Sendable {
  package static let columns = [
    "encounter_id", "service_date", "setting", "site", "code", "description", "suggested_units", "billed_units",
    "unit_difference", "suggested_modifiers", "billed_modifiers", "status", "severity", "reason_code", "reason",
    "rules", "evidence", "pairs_with", "suggested_amount", "billed_amount", "amount_difference", "review",
  ]

  private let sources: SourceNames
  private let chargeSources: SourceNames
  let carriedNames: [String]

  /// - Parameters:
  ///   - sources: the medication record files of the run, in order.
  ///   - chargeSources: the charge files, in order; the file number of a charge line counts them from 0.
  ///   - carriedNames: the columns of the exports that follow those of the table.
  package init(sources: [String], chargeSources: [String], carriedNames: [String] = []) {
    self.carriedNames = carriedNames
    (self.sources, self.chargeSources) = SourceNames.pair(sources, chargeSources)
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(CarriedHeaders.headers(carriedNames, behind: Self.columns))
  }

  /// A row of CSV: for one kind of cells the compiler makes code that looks nothing up, and findings are most of what a
  /// run writes.
  package func append(
    _ finding: Finding, carried: CarriedValues = CarriedValues(), to writer: inout RecordWriter
  ) {
    appendRow(of: finding, carried, to: &writer)
  }

  package func append<Cells: CellWriter>(
    _ finding: Finding, carried: CarriedValues = CarriedValues(), to writer: inout Cells
  ) {
    appendRow(of: finding, carried, to: &writer)
  }

  private func appendRow<Cells: CellWriter>(
    of finding: Finding, _ carried: CarriedValues, to writer: inout Cells
  ) {
    appendCells(of: finding, to: &writer)
    writer.carried(carried, in: carriedNames)
    writer.endRow()
  }

  /// The cells of a finding, for tables that have more columns.
  func appendCells<Cells: CellWriter>(of finding: Finding, to writer: inout Cells) {
    appendSubject(of: finding, to: &writer)
    appendJudgement(of: finding, to: &writer)
    writer.money(finding.suggestedAmount)
    writer.money(finding.billedAmount)
    writer.moneyDifference(finding.suggestedAmount, finding.billedAmount)
    writer.yes(if: finding.needsReview)
  }

  private func appendSubject<Cells: CellWriter>(of finding: Finding, to writer: inout Cells) {
    writer.text(finding.encounterID)
    writer.day(finding.serviceDate)
    writer.text(finding.setting.rawValue)
    writer.joined(finding.sites, by: "; ")
    writer.code(finding.code)
    writer.text(finding.description)
    writer.number(finding.suggestedUnits)
    writer.number(finding.billedUnits)
    writer.number(finding.unitDifference)
    writer.joined(finding.suggestedModifiers, by: " ")
    writer.joined(finding.billedModifiers, by: " ")
  }

  private func appendJudgement<Cells: CellWriter>(of finding: Finding, to writer: inout Cells) {
    writer.text(finding.status.rawValue)
    writer.text(finding.severity.rawValue)
    writer.joined(finding.reasonCodes, by: "; ")
    writer.text(finding.reason)
    writer.joined(finding.rules, by: " ")
    var places = sources.runs(of: finding.recordRows)
    // A row that carries its own bill is one place.
    for place in chargeSources.runs(of: finding.chargeRows) where !places.contains(place) { places.append(place) }
    writer.joined(places, by: "; ")
    if let pair = finding.pairsWith { writer.text(pair.description) } else { writer.empty() }
  }
}
