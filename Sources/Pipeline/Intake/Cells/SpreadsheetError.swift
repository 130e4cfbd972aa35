import CSV
import Infusion

/// What a spreadsheet leaves in a cell in place of a value: an error, or a formula that nobody computed.
enum SpreadsheetError {
  private static let notComputed = Array("#NOT COMPUTED".utf8)
  private static let errors = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
  ].map { Array($0.utf8) }

  /// Refuses a record that holds one in a column that is read: a drug or a site is not called `#REF!`.
  static func check(_ record: IntakeRecord, _ columns: [(column: Int, field: String)]) throws(RowFailure) {
    // Nearly every record shows at a glance that it holds none.
    guard FieldScanner.holds(UInt8(ascii: "#"), in: record.bytes.span) else { return }
    for place in columns.indices {
      let range = record.range(columns[place].column)
      guard !range.isEmpty, record.bytes[range.lowerBound] == UInt8(ascii: "#") else { continue }
      let (column, field) = columns[place]
      let text = record.bytes[range]
      if text.elementsEqual(notComputed) {
        throw record.rejected(
          field, column, "IN-50", "the cell holds a formula that was saved without its value",
          "open the workbook with a spreadsheet program and save it")
      }
      if errors.contains(where: text.elementsEqual) {
        throw record.rejected(
          field, column, "IN-50", "the cell holds an error of a spreadsheet", "correct its formula, or export the value"
        )
      }
    }
  }
}
