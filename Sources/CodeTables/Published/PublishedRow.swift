import CSV
import Infusion

/// A row of a CMS file, read by the places of its columns.
struct PublishedRow {
  let file: String
  let record: Record

  var line: Int { record.line }

  func text(_ column: Int) -> String { String(trimmed(record.text(column))) }

  /// A code as a number (`PairList.packed`).
  func packedCode(_ column: Int, _ name: String) throws(TableError) -> UInt32 {
    guard let code = PairList.packed(record.bytes(column)) else {
      throw unknown(column, name, expected: "a code of five letters and digits")
    }
    return code
  }

  func code(_ column: Int, _ name: String) throws(TableError) -> ProcedureCode {
    _ = try packedCode(column, name)
    return ProcedureCode(text(column))
  }

  /// The case whose number the cell starts with: `3 Date of Service Edit: Clinical` is 3.
  func number<Choice: RawRepresentable<Int>>(
    _ column: Int, _ name: String, _ type: Choice.Type
  ) throws(TableError) -> Choice {
    let digits = text(column).prefix { $0.isASCII && $0.isNumber }
    guard let choice = Int(digits).flatMap(Choice.init(rawValue:)) else {
      throw unknown(column, name, expected: "one of the numbers that CMS prints there")
    }
    return choice
  }

  /// A day as these files print it: `20260101`, or year and day of the year, `2026001`; nil for `*` and nothing.
  func date(_ column: Int?, _ name: String) throws(TableError) -> CivilDate? {
    guard let column, column < record.count, !record.isEmpty(column) else { return nil }
    let text = text(column)
    if text.isEmpty || text == "*" { return nil }
    guard text.utf8.allSatisfy(isDigit), let number = Int(text) else { throw day(column, name) }
    switch text.utf8.count {
    case 8:
      if let date = CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) { return date }
    case 7:
      if let first = CivilDate(year: number / 1_000, month: 1, day: 1), (1...366).contains(number % 1_000) {
        return CivilDate(daysSince1970: first.daysSince1970 + Int32(number % 1_000) - 1)
      }
    default: break
    }
    throw day(column, name)
  }

  private func day(_ column: Int, _ name: String) -> TableError {
    unknown(column, name, expected: "a day such as 20260101 or 2026001, or * for none")
  }

  func unknown(_ column: Int, _ name: String, expected: String) -> TableError {
    TableError(file: file, line: line, column: name, .unknownValue(found: text(column), expected: expected))
  }
}
