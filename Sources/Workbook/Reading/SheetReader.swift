/// The rows of one sheet, in the order of the file; rows without content are left out.
package final class SheetReader {
  private let path: String
  private let archive: ZipArchive
  private let driver: XMLDriver
  private let handler: SheetHandler
  private var taken = 0
  private var isEnded = false

  init(path: String, archive: ZipArchive, part: String, handler: SheetHandler) {
    self.path = path
    self.archive = archive
    self.handler = handler
    driver = XMLDriver(part: part, handler: handler)
  }

  /// The next row with content; nil at the end, and again after it.
  package func next() throws(WorkbookError) -> SheetRow? {
    try WorkbookError.naming(path) { () throws(WorkbookProblem) in
      while taken == handler.rows.count {
        handler.rows.removeAll(keepingCapacity: true)
        taken = 0
        guard !isEnded else { return nil }
        let piece = try archive.next()
        isEnded = piece.isEmpty
        try driver.parse(piece)
      }
      defer { taken += 1 }
      return handler.rows[taken]
    }
  }
}
