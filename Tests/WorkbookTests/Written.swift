import Foundation

@testable import Workbook

/// A workbook that a test writes, and what our own reader finds in it.
final class Written {
  let path: String
  let book: WorkbookWriter

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "written-\(UUID().uuidString).xlsx").path
    book = try WorkbookWriter(
      path: path, shownPath: "w.xlsx", properties: WorkbookWriter.Properties(title: "Test", author: "tests"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

  /// The cells of each sheet, row by row, as `A1=text`.
  func sheets() throws -> [String: [String]] {
    let file = try WorkbookFile(path: path)
    var sheets: [String: [String]] = [:]
    for sheet in file.sheets {
      let reader = try file.reader(of: sheet)
      while let row = try reader.next() {
        sheets[sheet.name, default: []] += (0..<row.count).map { index in
          "\(CellReference.name(column: row.column(index), row: row.number))=\(row.text(index))"
        }
      }
    }
    return sheets
  }
}
