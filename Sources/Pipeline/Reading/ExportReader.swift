import ByteStreams
import CSV
import Infusion
import Workbook

/// The records of one export, one by one: delimited text, or a sheet of a workbook.
struct ExportReader {
  let path: String
  /// Rows of a sheet are filled up to so many cells.
  private var width = 0
  /// One of the two is there.
  private var text: TextRecords?
  private var sheet: SheetRecords?

  /// Opens a file and finds out what it is from its first bytes.
  init(path: String, job: Job) throws(RunError) {
    self.path = path
    do throws(ByteStreamError) {
      text = try TextRecords(
        path: path, dialect: job.dialect, encoding: job.encoding, maxFieldBytes: job.maxFieldBytes)
    } catch .unsupported(_, let kind) where path != "-" && Self.mayBeWorkbook(path, kind) {
      do throws(RunError) {
        sheet = try SheetRecords(path: path, sheet: job.sheet, maxFieldBytes: job.maxFieldBytes)
      } catch .workbook(let error) where kind == .zip && error.problem == .damagedArchive {
        // Nothing says that it was to be a workbook.
        throw .bytes(.unsupported(path: path, kind: kind))
      }
    } catch {
      throw .bytes(error)
    }
  }

  /// The file; of a workbook with the sheet that is read and those that are not, where there is a choice.
  var nameForMessages: String {
    guard let sheet, !sheet.others.isEmpty else { return path }
    let others = sheet.others.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    return "\(path) (sheet \"\(sheet.name)\"; --sheet reads \(others))"
  }

  /// Whether a row ends with its last filled cell, however many columns the header has.
  var leavesOutEmptyCells: Bool { sheet != nil }

  /// Whether the records so far may hold what is no text; then each has to be asked (`RecordCopy.isText`).
  var isDoubtful: Bool { text?.isDoubtful ?? false }

  /// Says how many bytes of a text were read so far; of a workbook nobody knows.
  var bytesRead: () -> Int { text?.bytesRead ?? { 0 } }

  /// The outside of the file, with the place of its header.
  func form(preambleRecords: Int, headerLine: Int) -> FileForm {
    FileForm(
      format: text == nil ? "workbook" : "delimited text", isCompressed: text?.isCompressed ?? false,
      encoding: text?.encodingName, delimiter: text.map { "\($0.dialect.delimiter)" },
      sheet: sheet?.name, otherSheets: sheet?.others ?? [], preambleRecords: preambleRecords, headerLine: headerLine)
  }

  /// How its records are cut; those of a sheet are CSV from the moment they are read.
  var dialect: Dialect { text?.dialect ?? .comma }

  /// The next record; false at the end of the file.
  mutating func next(into copy: inout RecordCopy) throws(RunError) -> Bool {
    guard try sheet?.next(into: &copy) ?? false else { return try text?.next(into: &copy) ?? false }
    copy.fill(to: width)
    return true
  }

  /// From now on rows of a sheet have so many cells at the least.
  mutating func fill(to width: Int) { self.width = width }

  /// What was read, once `next` has given false.
  func inputFile(_ role: RunSummary.InputFile.Role, rows: Int) throws(RunError) -> RunSummary.InputFile {
    let digest = try sheet?.digest() ?? text?.digest
    guard let digest else { preconditionFailure("a file is text or a sheet") }
    return RunSummary.InputFile(
      role: role, path: path, bytes: digest.byteCount, sha256: digest.sha256, rows: rows,
      fallbackLine: text?.fallbackLine)
  }

  /// A zip archive that is not within gzip; what stands first in it does not tell what it is.
  private static func mayBeWorkbook(_ path: String, _ kind: ContentKind) -> Bool {
    (kind == .workbook || kind == .zip) && ContentKind.ofStored(path) == kind
  }
}
