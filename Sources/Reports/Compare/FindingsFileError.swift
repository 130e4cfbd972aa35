/// A file that cannot be compared: which one, what is wrong, what to do.
package enum FindingsFileError: Error, Equatable, Sendable, CustomStringConvertible {
  case noHeader(file: String)
  /// Columns of the findings that the file does not have, in their order.
  case notFindings(file: String, missing: [String])
  case wrongLength(file: String, line: Int, cells: Int, columns: Int)
  case unreadableCell(file: String, line: Int, column: String, expected: String)
  case workbook(file: String)
  case unreadable(String)

  package var description: String {
    switch self {
    case .noHeader(let file):
      "\(file): the file is empty; compare takes the findings that reconcile --output wrote"
    case .notFindings(let file, let missing):
      "\(file): this is no findings file: it has no column \(missing.prefix(3).joined(separator: ", "))"
        + "\(missing.count > 3 ? " and \(missing.count - 3) more" : "");"
        + " compare takes the findings that reconcile --output wrote"
    case .wrongLength(let file, let line, let cells, let columns):
      "\(file):\(line): the row has \(cells) cells and the header \(columns); the file was cut or edited: write it again"
    case .unreadableCell(let file, let line, let column, let expected):
      "\(file):\(line): \(column) should hold \(expected); the file was edited: write it again"
    case .workbook(let file):
      "\(file): compare takes the findings as CSV, which reconcile --output wrote beside the workbook"
    case .unreadable(let message): message
    }
  }
}
