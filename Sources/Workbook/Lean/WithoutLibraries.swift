#if !Workbooks
import ByteStreams

// The program without the trait Workbooks, for workers: what stands on C libraries is there by name and refuses.

/// Refuses every archive.
final class ZipArchive {
  static let pieceSize = 1 << 16

  /// - Throws: `notBuiltIn`.
  init(path: String) throws(WorkbookProblem) { throw .notBuiltIn }

  var names: [String] { [] }

  func holds(_ part: String) -> Bool { false }

  func start(_ part: String, limit: Int) throws(WorkbookProblem) { throw .notBuiltIn }

  func next() throws(WorkbookProblem) -> [UInt8] { throw .notBuiltIn }
}

/// Refuses every part.
final class XMLDriver {
  init(part: String, handler: any XMLHandler) {}

  func parse(_ piece: [UInt8]) throws(WorkbookProblem) { throw .notBuiltIn }
}

/// Refuses to write a workbook.
package final class WorkbookWriter {
  package struct Properties: Sendable {
    package init(title: String, author: String) {}
  }

  let shownPath: String

  /// - Throws: `cannotCreate`.
  package init(path: String, shownPath: String, properties: Properties) throws(ByteStreamError) {
    throw .cannotCreate(path: shownPath, reason: "this build of the program writes no workbooks")
  }

  func addSheet(_ name: String, isPage: Bool = false) throws(ByteStreamError) -> SheetWriter { SheetWriter() }

  package func finish() throws(ByteStreamError) {}
}

/// A sheet of a workbook that no one can begin.
final class SheetWriter {
  let name = ""

  func write(_ text: CellText, row: Int, column: Int, _ style: CellStyle) {}
  func write(_ text: String, row: Int, column: Int, _ style: CellStyle) {}
  func write(_ number: Double, row: Int, column: Int, _ style: CellStyle) {}
  func setWidth(_ width: Double, column: Int) {}
  func setHeight(lines: Int, row: Int) {}
  func setPaper(pagesWide: Int) {}
  func hideGrid() {}
  func holdHeader(columns: Int) {}
  func filter(rows: Int, columns: Int) {}
  func expectNumbersAsText(rows: Int, columns: Int) {}
  func color(_ text: String, _ color: CellColor, column: Int, rows: Int) {}
  func accept(_ entry: SheetColumn.Entry, title: String, column: Int, rows: Int) {}
  func insert(_ chart: BarChart, row: Int, column: Int) {}
  func check() throws(ByteStreamError) {}
  func flushedBytes() throws(ByteStreamError) -> Int { 0 }
}
#endif
