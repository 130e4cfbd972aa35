/// A workbook that cannot be read (exit code 65): which one, what it is or what is wrong, what to do.
package struct WorkbookError: Error, Equatable, Sendable, CustomStringConvertible {
  package let path: String
  package let problem: WorkbookProblem

  package var description: String { "\(path): \(problem.sentence)" }

  /// Runs `body`, naming the file in what it throws.
  static func naming<Result>(
    _ path: String, _ body: () throws(WorkbookProblem) -> Result
  ) throws(WorkbookError) -> Result {
    do throws(WorkbookProblem) {
      return try body()
    } catch {
      throw WorkbookError(path: path, problem: error)
    }
  }
}

/// What is wrong with a workbook; parts are named as in the archive, cells as in a spreadsheet.
package enum WorkbookProblem: Error, Equatable, Sendable {
  /// The archive has no directory that can be read: cut short, or no zip file.
  case damagedArchive
  /// A zip archive of another kind, `what` with its article.
  case otherKind(what: String, advice: String)
  case encryptedPart(String)
  case unknownCompression(part: String, method: Int)
  /// Length or checksum of a part is not as the archive says.
  case damagedPart(String)
  /// Stored in the form for parts beyond 4 GiB (zip64), whatever the part's size.
  case largeForm(String)
  case duplicatePart(String)
  case missingPart(String)
  case tooManyParts(limit: Int)
  case partTooLarge(part: String, limit: Int)
  /// More inflated bytes for each stored byte than honest content comes to.
  case bomb(part: String, ratio: Int)
  case malformed(part: String, line: Int, reason: String)
  /// A document type, which may declare entities; no spreadsheet program writes one.
  case documentType(part: String, line: Int)
  case tooDeep(part: String, line: Int)
  case tagTooLong(part: String, line: Int)
  case noSheet
  case noVisibleSheet
  case noSuchSheet(name: String, present: [String])
  /// The table of texts that the sheets share is too long for memory.
  case tooManyTexts
  case tooMany(what: String, limit: Int)
  case textTooLong(place: String, limit: Int)
  case unknownText(cell: String, number: String)
  case badReference(String, row: Int)
  case repeatedCell(String)
  /// A row that stands behind one of the same or a higher number.
  case rowOutOfOrder(Int)
  case rowOutOfRange(String)
  /// The program was built without the libraries that read workbooks.
  case notBuiltIn

  var sentence: String {
    switch self {
    case .damagedArchive:
      "the workbook is cut short or damaged: the directory of its zip archive cannot be read; copy or export it again"
    case .otherKind(let what, let advice): "this is \(what); \(advice)"
    case .encryptedPart(let part): "\(part) is protected with a password; save the workbook without one"
    case .unknownCompression(let part, let method):
      "\(part) is compressed by method \(method); save it again with a spreadsheet program"
    case .largeForm(let part):
      "\(part) is stored in the form for parts beyond 4 GiB (zip64), which is not read; open and save it in a spreadsheet program"
    case .damagedPart(let part): "the workbook is damaged: \(part) is not what was stored; copy or export it again"
    case .duplicatePart(let part): "the workbook holds \(part) twice; save it again with a spreadsheet program"
    case .missingPart(let part): "the workbook lacks its part \(part); save it again with a spreadsheet program"
    case .tooManyParts(let limit): "the workbook has more than \(limit) parts; save the sheet as CSV"
    case .partTooLarge(let part, let limit): "\(part) unpacks to more than \(limit) bytes; save the sheet as CSV"
    case .bomb(let part, let ratio):
      "\(part) unpacks to \(ratio) times its size, as only a zip bomb does; if you trust the file, save the sheet as CSV"
    case .malformed(let part, let line, let reason):
      "\(part):\(line) is no well-formed XML (\(reason)); save it again with a spreadsheet program"
    case .documentType(let part, let line):
      "\(part):\(line) declares a document type, which no workbook does; save it again with a spreadsheet program"
    case .tooDeep(let part, let line):
      "\(part):\(line) nests deeper than \(WorkbookLimits.depth) elements; save it again with a spreadsheet program"
    case .tagTooLong(let part, let line):
      "\(part):\(line) has a tag longer than \(WorkbookLimits.tagBytes) bytes; save it again with a spreadsheet program"
    case .noSheet: "the workbook has no sheet with cells; check that the export ran to its end"
    case .noVisibleSheet: "all sheets of the workbook are hidden; name one with --sheet"
    case .noSuchSheet(let name, let present):
      "the workbook has no sheet \"\(name)\"; it has \(present.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .tooManyTexts:
      """
      the table of texts is larger than \(WorkbookLimits.sharedTextBytes >> 20) MiB or \
      \(WorkbookLimits.sharedTexts >> 20) million entries; save the sheet as CSV
      """
    case .tooMany(let what, let limit): "the workbook has more than \(limit) \(what); save the sheet as CSV"
    case .textTooLong(let place, let limit):
      "\(place): the text is longer than \(limit) bytes; shorten it, or raise --max-field"
    case .unknownText(let cell, let number):
      "cell \(cell) shows text number \(number), which the workbook does not hold; save it again"
    case .badReference(let reference, let row):
      "a cell of row \(row) says that it is \"\(reference)\"; a place such as B5 is expected, up to column XFD"
    case .repeatedCell(let cell): "cell \(cell) stands twice; save the workbook again with a spreadsheet program"
    case .rowOutOfOrder(let row):
      "row \(row) stands twice or out of order; save the workbook again with a spreadsheet program"
    case .notBuiltIn: "this is a workbook, and this program was built without them; save the sheet as CSV"
    case .rowOutOfRange(let row): "a row says that it is \"\(row)\"; a sheet ends at row \(WorkbookLimits.rows)"
    }
  }
}
