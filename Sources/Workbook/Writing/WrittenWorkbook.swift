/// A look at a finished workbook, since a full disk cuts its sheets without a word.
enum WrittenWorkbook {
  private static let end = Array("</worksheet>".utf8)

  /// Whether every sheet is there to its last tag and holds its rows, and every part has the checksum that is said of it.
  ///
  /// - Parameter rowBytes: how many bytes the rows of each sheet have at least, in order.
  static func isWhole(_ path: String, rowBytes: [Int]) -> Bool {
    guard let archive = try? ZipArchive(path: path), archive.holds("xl/workbook.xml") else { return false }
    return rowBytes.enumerated().allSatisfy { place, least in
      guard let (count, tail) = try? read("xl/worksheets/sheet\(place + 1).xml", of: archive) else { return false }
      return count > least && tail.elementsEqual(end)
    }
  }

  private static func read(
    _ part: String, of archive: ZipArchive
  ) throws(WorkbookProblem) -> (count: Int, tail: ArraySlice<UInt8>) {
    try archive.start(part, limit: WorkbookLimits.streamedPartBytes)
    var count = 0
    var tail: [UInt8] = []
    while true {
      let piece = try archive.next()
      if piece.isEmpty { break }
      count += piece.count
      tail = (tail + piece.suffix(end.count + 1)).suffix(end.count + 1)
    }
    // A line end may follow.
    while tail.last == 0x0A { tail.removeLast() }
    return (count, tail.suffix(end.count))
  }
}
