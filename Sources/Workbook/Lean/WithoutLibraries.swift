#if !Workbooks
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
#endif
