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
  func next() throws -> ReviewedFinding? {
    guard let row = try reader.next() else { return nil }
    var cells: [Int: String] = [:]
    for index in 0..<row.count { cells[row.column(index)] = row.text(index).trimmed() }
    func cell(_ column: String) -> String { places[column].flatMap { cells[$0] } ?? "" }
    return ReviewedFinding(
      sheet: name, row: row.number,
      subject: ReviewedFinding.Subject(
        encounterID: cell("encounter_id"), serviceDate: cell("service_date"), code: cell("code")),
      isMatch: cell("status") == "match", reasonCodes: cell("reason_code").parts(apart: ";"),
      rules: cell("rules").parts(apart: " "), reviewer: cell(ReviewColumns.reviewer),
      decision: try decision(cell(ReviewColumns.decision), row: row.number), comment: cell(ReviewColumns.comment))
  }

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
