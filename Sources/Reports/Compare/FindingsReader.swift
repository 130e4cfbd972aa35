import ByteStreams
import CSV
import Infusion

/// A findings file, plain or gzip, read finding by finding.
///
/// Cells come without the guard of OUT-02, which a spreadsheet may take away when it saves; writing puts it back.
package final class FindingsReader {
  private let source: TextSource
  private let file: String
  private var reader = RecordReader()
  /// Where each column stands, in the order of `ComparedFinding.Column`.
  private var columns: [Int] = []
  private var width = 0
  private var isEnded = false

  /// - Parameter path: a file, or `-` for standard input.
  package init(path: String) throws {
    source = try TextSource(path: path)
    file = path == "-" ? "standard input" : path
    guard let header = try nextRecord() else { throw FindingsFileError.noHeader(file: file) }
    let names = (0..<header.count).map(header.text)
    width = names.count
    let wanted = ComparedFinding.Column.allCases.map(\.header)
    columns = wanted.compactMap { names.firstIndex(of: $0) }
    let missing = wanted.filter { !names.contains($0) }
    guard missing.isEmpty else { throw FindingsFileError.notFindings(file: file, missing: missing) }
  }

  /// The next finding; nil at the end.
  ///
  /// - Throws: `FindingsFileError`, and what reading throws.
  func next() throws -> ComparedFinding? {
    guard let record = try nextRecord() else { return nil }
    guard record.count == width else {
      throw FindingsFileError.wrongLength(file: file, line: record.line, cells: record.count, columns: width)
    }
    let finding = ComparedFinding(cells: columns.map { FormulaGuard.removed(from: record.text($0)) }, line: record.line)
    try check(finding)
    return finding
  }

  private func check(_ finding: ComparedFinding) throws(FindingsFileError) {
    func refuse(_ column: ComparedFinding.Column, _ expected: String) -> FindingsFileError {
      .unreadableCell(file: file, line: finding.line, column: column.header, expected: expected)
    }
    if finding[.status].isEmpty { throw refuse(.status, "a status such as missing") }
    if finding[.encounter].isEmpty { throw refuse(.encounter, "the id of an encounter") }
    if !finding[.difference].isEmpty, finding.amount == nil { throw refuse(.difference, "an amount such as -12.50") }
  }

  private func nextRecord() throws -> Record? {
    do {
      while true {
        if let record = try reader.next() { return record }
        if isEnded { return nil }
        if let chunk = try source.next() {
          reader.append(chunk)
        } else {
          reader.finish()
          isEnded = true
        }
      }
    } catch ByteStreamError.unsupported(_, let kind) where kind == .workbook {
      throw FindingsFileError.workbook(file: file)
    } catch let error as CSVError {
      throw FindingsFileError.unreadable(error.message(file: file))
    }
  }
}
