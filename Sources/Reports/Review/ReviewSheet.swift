import Infusion
import Workbook

/// One sheet of findings under reading: its header is known, its rows come one by one.
struct ReviewSheet {
  private static let columns =
    ["encounter_id", "service_date", "code", "status", "reason_code", "rules"] + ReviewColumns.all

  private let path: String
  private let name: String
  private let reader: SheetReader
  private let places: [String: Int]

  /// - Throws: `ReviewError` where the header is not that of a workbook of ours; `WorkbookError`.
  init(_ sheet: WorkbookFile.Sheet, of workbook: WorkbookFile) throws {
    (path, name) = (workbook.path, sheet.name)
    reader = try workbook.reader(of: sheet)
    var places: [String: Int] = [:]
    if let header = try reader.next() {
      for index in 0..<header.count {
        let column = header.text(index).trimmed()
        guard Self.columns.contains(column) else { continue }
        guard places.updateValue(header.column(index), forKey: column) == nil else {
          throw ReviewError.repeatedColumn(path: workbook.path, sheet: sheet.name, column: column)
        }
      }
    }
    if let missing = Self.columns.first(where: { places[$0] == nil }) {
      throw ReviewError.missingColumn(path: workbook.path, sheet: sheet.name, column: missing)
    }
    self.places = places
  }

  /// The next finding; nil at the end.
  ///
  /// Rows that hold nothing of a finding, such as emptied ones, are passed over.
  ///
  /// - Throws: `ReviewError`, `WorkbookError`.
  func next() throws -> ReviewedFinding? {
    while let row = try reader.next() {
      if let finding = try finding(in: row) { return finding }
    }
    return nil
  }

  private func finding(in row: SheetRow) throws(ReviewError) -> ReviewedFinding? {
    var cells: [Int: String] = [:]
    for index in 0..<row.count { cells[row.column(index)] = row.text(index).trimmed() }
    func cell(_ column: String) -> String { places[column].flatMap { cells[$0] } ?? "" }
    let decision = try decision(cell(ReviewColumns.decision), row: row.number)
    let (encounter, status) = (cell("encounter_id"), cell("status"))
    if decision == nil, encounter.isEmpty, status.isEmpty, cell("code").isEmpty { return nil }
    // A decision that has lost its encounter would suppress findings of every encounter.
    for (column, text) in [("encounter_id", encounter), ("status", status)] where decision != nil && text.isEmpty {
      throw .emptyCell(path: path, sheet: name, row: row.number, column: column)
    }
    return ReviewedFinding(
      sheet: name, row: row.number,
      subject: ReviewedFinding.Subject(
        encounterID: encounter, serviceDate: try day(cell("service_date"), row: row.number), code: cell("code")),
      isMatch: status == "match", reasonCodes: cell("reason_code").parts(apart: ";"),
      rules: cell("rules").parts(apart: " "), reviewer: cell(ReviewColumns.reviewer),
      decision: decision, comment: cell(ReviewColumns.comment))
  }

  /// The day as ISO 8601 writes it, also where the column has lost its format and shows the number of the day.
  private func day(_ text: String, row: Int) throws(ReviewError) -> String {
    if text.isEmpty || CivilDate(iso: text) != nil { return text }
    guard let number = Int32(text), Self.days.contains(number) else {
      throw .noDay(path: path, sheet: name, row: row)
    }
    return CivilDate(daysSince1970: number - Self.dayOf1970).description
  }

  /// Numbers of the days from 1900-03-01, before which spreadsheets count a day that never was, to 9999-12-31.
  private static let days: ClosedRange<Int32> = 61...2_958_465
  /// The number of 1970-01-01.
  private static let dayOf1970: Int32 = 25_569

  private func decision(_ text: String, row: Int) throws(ReviewError) -> ReviewDecision? {
    guard !text.isEmpty else { return nil }
    guard let decision = ReviewDecision(rawValue: text.lowercased()) else {
      throw .unknownDecision(path: path, sheet: name, row: row, found: text)
    }
    return decision
  }
}

extension String {
  /// Without white space around it.
  fileprivate func trimmed() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Its parts between separators, trimmed, without empty ones.
  fileprivate func parts(apart separator: Character) -> [String] {
    split(separator: separator).map { String($0).trimmed() }.filter { !$0.isEmpty }
  }
}
