import CSV
import Infusion

/// What became of each finding, as CSV.
package struct ComparisonTable {
  package static let columns = [
    "change", "encounter_id", "service_date", "setting", "site", "code", "description", "status_before", "status",
    "suggested_units_before", "suggested_units", "billed_units_before", "billed_units", "reason_code_before",
    "reason_code", "amount_difference_before", "amount_difference", "what_changed", "reason", "rules", "review",
  ]

  package init() {}

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(Self.columns)
  }

  package func append(_ row: RunComparison.Row, to writer: inout RecordWriter) {
    guard let shown = row.after ?? row.before else { return }
    func cell(_ column: ComparedFinding.Column, _ finding: ComparedFinding?) {
      writer.text(finding?[column] ?? "")
    }
    func number(_ column: ComparedFinding.Column, _ finding: ComparedFinding?) {
      let text = finding?[column] ?? ""
      // A cell of ours may begin with a minus sign; what somebody wrote there instead is text.
      if ExactDecimal(text) != nil, !text.hasPrefix("+") { writer.number(decimal: text) } else { writer.text(text) }
    }
    writer.text(row.change.rawValue)
    for column in [.encounter, .date, .setting, .site, .code, .description] as [ComparedFinding.Column] {
      cell(column, shown)
    }
    cell(.status, row.before)
    cell(.status, row.after)
    for column in [.suggestedUnits, .billedUnits] as [ComparedFinding.Column] {
      number(column, row.before)
      number(column, row.after)
    }
    cell(.reasonCode, row.before)
    cell(.reasonCode, row.after)
    number(.difference, row.before)
    number(.difference, row.after)
    writer.text(row.whatChanged.map(\.header).joined(separator: " "))
    cell(.reason, shown)
    cell(.rules, shown)
    cell(.review, shown)
    writer.endRow()
  }
}

extension RunComparison.Row {
  /// Columns that differ; empty unless it changed.
  var whatChanged: [ComparedFinding.Column] {
    guard let before, let after else { return [] }
    return after.changes(from: before)
  }
}
