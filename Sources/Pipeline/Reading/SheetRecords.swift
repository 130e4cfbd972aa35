import ByteStreams
import CSV
import Workbook

/// The rows of a sheet as records: the line of each is its row in the sheet.
struct SheetRecords {
  private let path: String
  /// The name of the sheet.
  let name: String
  /// Names of the other sheets that are not hidden.
  let others: [String]
  private let rows: SheetReader

  /// Opens a sheet; the first that is not hidden when none is named.
  init(path: String, sheet: String?, maxFieldBytes: Int) throws(RunError) {
    self.path = path
    do throws(WorkbookError) {
      let workbook = try WorkbookFile(path: path)
      let sheet = try workbook.sheet(named: sheet)
      name = sheet.name
      others = workbook.sheets.filter { $0.isVisible && $0.name != sheet.name }.map(\.name)
      rows = try workbook.reader(of: sheet, maxFieldBytes: maxFieldBytes)
    } catch {
      throw .workbook(error)
    }
  }

  /// Copies the next row; false behind the last.
  func next(into copy: inout RecordCopy) throws(RunError) -> Bool {
    do throws(WorkbookError) {
      guard let row = try rows.next() else { return false }
      copy.take(Self.record(row))
      return true
    } catch {
      throw .workbook(error)
    }
  }

  /// Of the bytes of the file, which are read once more.
  func digest() throws(RunError) -> StreamDigest {
    try rethrowing(as: RunError.bytes, try StreamDigest(ofFile: path))
  }

  /// A cell that is not filled is an empty field; there is none behind the last filled cell.
  private static func record(_ row: SheetRow) -> Record {
    var cells: [ArraySlice<UInt8>] = []
    for index in 0..<row.count {
      while cells.count < row.column(index) { cells.append([]) }
      cells.append(row.bytes(index))
    }
    return Record(cells: cells, line: row.number)
  }
}
