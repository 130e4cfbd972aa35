/// A reviewed workbook that cannot be used (exit code 65): which file, where, what was found, what to do.
package enum ReviewError: Error, Equatable, Sendable, CustomStringConvertible {
  case noWorkbook(path: String)
  case noFindings(path: String, present: [String])
  case missingColumn(path: String, sheet: String, column: String)
  case repeatedColumn(path: String, sheet: String, column: String)
  /// `found` is what stands in the cell; it is shown only where it looks like a word.
  case unknownDecision(path: String, sheet: String, row: Int, found: String)
  case noReviewer(path: String, sheet: String, row: Int)
  /// A decision on a row that no longer says of which finding.
  case emptyCell(path: String, sheet: String, row: Int, column: String)
  case noDay(path: String, sheet: String, row: Int)

  package var description: String {
    switch self {
    case .noWorkbook(let path):
      "\(path): this is no workbook; give one that reconcile --workbook wrote, saved as .xlsx"
    case .noFindings(let path, let present):
      """
      \(path): the workbook has no sheet "Findings"; it has \(present.map { "\"\($0)\"" }.joined(separator: ", ")). \
      Give one that reconcile --workbook wrote
      """
    case .missingColumn(let path, let sheet, let column):
      "\(path): sheet \"\(sheet)\" has no column \"\(column)\" in its first row; put the header back as it was written"
    case .repeatedColumn(let path, let sheet, let column):
      "\(path): sheet \"\(sheet)\" has two columns \"\(column)\"; leave one"
    case .unknownDecision(let path, let sheet, let row, let found):
      """
      \(path): sheet "\(sheet)", row \(row), column decision: \(Self.shown(found)) found; \
      \(ReviewDecision.allCases.map(\.rawValue).joined(separator: ", ")) or an empty cell expected
      """
    case .noReviewer(let path, let sheet, let row):
      "\(path): sheet \"\(sheet)\", row \(row): a decision without reviewer; fill in the cell, or say --owner NAME"
    case .emptyCell(let path, let sheet, let row, let column):
      """
      \(path): sheet "\(sheet)", row \(row), column \(column): a decision beside an empty cell; put back what \
      reconcile --workbook wrote, or take the decision away
      """
    case .noDay(let path, let sheet, let row):
      """
      \(path): sheet "\(sheet)", row \(row), column service_date: no day found; put back what reconcile --workbook \
      wrote, such as 2026-01-31
      """
    }
  }

  /// A sentence in the wrong column may hold anything about a patient (output OUT-06).
  private static func shown(_ found: String) -> String {
    let isWord = found.count <= 20 && found.allSatisfy { $0.isLetter || $0 == " " }
    return isWord ? "\"\(found)\"" : counted(found.count, "character")
  }
}
