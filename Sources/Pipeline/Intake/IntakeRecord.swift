import CSV
import Infusion

/// One record of a file, copied out of the reader's buffer; reused from row to row.
///
/// Cells are trimmed of spaces, tabs, line ends and no-break spaces.
package struct IntakeRecord: Sendable {
  package private(set) var source: SourceRow
  private var copy = RecordCopy()
  /// Whether all of it is characters of the file's encoding, and none is a NUL.
  private(set) var isText = true

  package init(source: SourceRow, cells: [String] = []) {
    self.source = source
    copy = RecordCopy(cells: cells)
    copy.trimValues()
  }

  /// What holds the cells; cut with `range(_:)`.
  var bytes: [UInt8] { copy.bytes }

  /// The record as it stands in the file.
  package var raw: [UInt8] { Array(copy.raw) }
  /// How many of `bytes`, from the first, are the record as it stands in the file.
  var rawCount: Int { copy.rawCount }

  /// Takes the next record of a file, if there is one; `row` counts from 1 behind the header.
  mutating func take(from reader: inout ExportReader, file: Int, row: Int) throws(RunError) -> Bool {
    guard try reader.next(into: &copy) else { return false }
    settle(file: file, row: row, isDoubtful: reader.isDoubtful)
    return true
  }

  /// Takes a record as read.
  package mutating func take(_ record: RecordCopy, file: Int, row: Int, isDoubtful: Bool = false) {
    copy = record
    settle(file: file, row: row, isDoubtful: isDoubtful)
  }

  /// Takes a record that was put aside.
  mutating func take(_ stored: StoredRecord, in store: [UInt8], cutBy cutter: inout RecordCutter) {
    source = stored.source
    isText = stored.isText
    cutter.cut(store.span.extracting(stored.place), line: Int(source.line), into: &copy)
    copy.trimValues()
  }

  /// - Parameter isDoubtful: whether the record may hold what is no text.
  private mutating func settle(file: Int, row: Int, isDoubtful: Bool) {
    source = SourceRow(file: file, line: copy.line, row: row)
    isText = !isDoubtful || copy.isText
    copy.trimValues()
  }

  /// Makes it a record of a file with another number.
  mutating func move(toFile file: Int) {
    source = SourceRow(file: file, line: Int(source.line), row: Int(source.row))
  }

  package var count: Int { copy.count }

  /// Where the cell of this column stands, without spaces around it; empty when there is no such column.
  @inline(__always)
  func range(_ column: Int?) -> Range<Int> {
    guard let column, column < copy.count else { return 0..<0 }
    return copy.values[column]
  }

  func isBlank(_ column: Int?) -> Bool { range(column).isEmpty }

  func text(_ column: Int?) -> String {
    String(decoding: bytes[range(column)], as: UTF8.self)
  }

  /// The text, or nil when the cell is blank.
  func filled(_ column: Int?) -> String? {
    let range = range(column)
    return range.isEmpty ? nil : String(decoding: bytes[range], as: UTF8.self)
  }

  /// The number in a cell that holds nothing but digits and at most one point; nil for all else.
  func plainNumber(_ column: Int?) -> ExactDecimal? {
    NumberText.plain(bytes.span.extracting(range(column)))
  }

  /// Refuses a record with bytes that are no text, or with more or fewer cells than the header (input IN-03, IN-06).
  func checkShape(_ wanted: Int) throws(RowFailure) {
    guard isText else {
      throw .reject(
        RowProblem(
          source: source, rule: "IN-03",
          problem: "the record holds a NUL or bytes that are no character of the file's encoding",
          fix: "export the file again, or say its encoding with --encoding",
          raw: Array(String(decoding: raw, as: UTF8.self).utf8)))
    }
    guard count != wanted else { return }
    throw .reject(
      RowProblem(
        source: source, value: "\(count)", rule: "IN-06",
        problem: "the record has \(count) field\(count == 1 ? "" : "s") where the header has \(wanted)",
        fix: "look for a missing quote or an added delimiter, or leave the line out", raw: raw))
  }

  /// The id in a cell, without the `.0` that a data frame adds to a number.
  func fingerprint(ofID column: Int?) -> RowFingerprint {
    EncounterRegister.key(bytes, range(column))
  }

  func fingerprint(of columns: FingerprintColumns) -> RowFingerprint { copy.fingerprint(of: columns) }
}
