import Coding
import Infusion

/// One row of a table, read by the names of its columns.
struct TableRow: Sendable {
  /// The 1-based physical line where the row starts.
  let line: Int
  private let columns: TableColumns
  private let cells: [String]

  init(_ columns: TableColumns, line: Int, cells: [String]) {
    self.columns = columns
    self.line = line
    self.cells = cells
  }

  var file: String { columns.file }

  /// The cell, without spaces around it; may be empty.
  subscript(column: String) -> String {
    columns.place(of: column).map { cells[$0] } ?? ""
  }

  func text(_ column: String) throws(TableError) -> String {
    let cell = self[column]
    guard !cell.isEmpty else { throw failure(column, .emptyCell) }
    return cell
  }

  /// The parts of a cell that lists several things behind semicolons; may be empty.
  func list(_ column: String) -> [String] {
    let cell = self[column]
    guard cell.utf8.contains(UInt8(ascii: ";")) else { return cell.isEmpty ? [] : [cell] }
    return parts(of: cell, at: ";").map { String(trimmed($0)) }.filter { !$0.isEmpty }
  }

  func whole(_ column: String) throws(TableError) -> Int {
    guard let number = Int(try text(column)) else { throw unknown(column, expected: "a whole number") }
    return number
  }

  func decimal(_ column: String) throws(TableError) -> ExactDecimal {
    guard let number = ExactDecimal(try text(column)) else { throw unknown(column, expected: "a number") }
    return number
  }

  func flag(_ column: String) throws(TableError) -> Bool {
    switch self[column].lowercased() {
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0", "": false
    default: throw unknown(column, expected: "yes or no")
    }
  }

  func code(_ column: String) throws(TableError) -> ProcedureCode {
    let cell = try text(column)
    guard isCode(cell) else { throw unknown(column, expected: "a code of five letters and digits") }
    return ProcedureCode(cell)
  }

  /// An ISO 8601 date, `2026-01-31`; nil when the cell is empty.
  func date(_ column: String) throws(TableError) -> CivilDate? {
    let cell = self[column]
    guard !cell.isEmpty else { return nil }
    guard let date = CivilDate(iso: cell) else { throw unknown(column, expected: "a date such as 2026-01-31") }
    return date
  }

  /// The case whose raw value is in the cell, in any case of letters.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, _ type: Choice.Type = Choice.self
  ) throws(TableError) -> Choice {
    guard let choice = try optionalChoice(column, type) else { throw failure(column, .emptyCell) }
    return choice
  }

  /// As `choice`; nil when the cell is empty.
  func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ column: String, _ type: Choice.Type = Choice.self
  ) throws(TableError) -> Choice? {
    let cell = self[column]
    if cell.isEmpty { return nil }
    // Nearly every cell is spelled as its case is.
    if let choice = Choice(rawValue: cell) { return choice }
    guard let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == cell.lowercased() }) else {
      throw unknown(column, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  func unknown(_ column: String, expected: String) -> TableError {
    failure(column, .unknownValue(found: self[column], expected: expected))
  }

  func failure(_ column: String, _ problem: TableError.Problem) -> TableError {
    TableError(file: file, line: line, column: column, problem)
  }

  private func isCode(_ text: String) -> Bool {
    text.utf8.count == 5 && text.utf8.allSatisfy { isDigit($0) || isLetter($0) }
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLetter(_ byte: UInt8) -> Bool {
  let lowered = byte | 0x20
  return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
}

/// What stands between signs of ASCII, empty parts left out.
func parts(of text: String, at signs: Unicode.Scalar...) -> [Substring] {
  text.utf8.split { byte in signs.contains(Unicode.Scalar(byte)) }.map { Substring($0) }
}

private func isPrinted(_ letter: Unicode.Scalar) -> Bool { letter > " " && letter < "\u{7F}" }

/// Without spaces around it.
func trimmed(_ text: some StringProtocol) -> Substring {
  // Nearly every cell begins and ends with a printed character of ASCII.
  let letters = text.unicodeScalars
  if let first = letters.first, let last = letters.last, isPrinted(first), isPrinted(last) {
    return Substring(text)
  }
  var text = Substring(text)
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text.drop { $0.isWhitespace }
}
