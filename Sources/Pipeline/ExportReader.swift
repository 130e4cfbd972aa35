import ByteStreams
import CSV
import Infusion
import Workbook

/// The records of one export, one by one: delimited text, or a sheet of a workbook.
struct ExportReader {
  private enum Form {
    case text(TextRecords)
    case sheet(SheetRecords)
  }

  let path: String
  private var form: Form

  /// Opens a file and finds out what it is from its first bytes.
  init(path: String, job: Job) throws(RunError) {
    self.path = path
    do throws(ByteStreamError) {
      form = .text(try TextRecords(path: path, dialect: job.dialect, maxFieldBytes: job.maxFieldBytes))
    } catch .unsupported(_, let kind) where path != "-" && Self.mayBeWorkbook(path, kind) {
      do throws(RunError) {
        form = .sheet(try SheetRecords(path: path, sheet: job.sheet, maxFieldBytes: job.maxFieldBytes))
      } catch .workbook(let error) where kind == .zip && error.problem == .damagedArchive {
        // Nothing says that it was to be a workbook.
        throw .bytes(.unsupported(path: path, kind: kind))
      }
    } catch {
      throw .bytes(error)
    }
  }

  /// Whether a row ends with its last filled cell, however many columns the header has.
  var leavesOutEmptyCells: Bool {
    if case .sheet = form { true } else { false }
  }

  /// The next record; nil at the end of the file.
  mutating func next() throws(RunError) -> Record? {
    switch form {
    case .sheet(let records): return try records.next()
    case .text(var records):
      defer { form = .text(records) }
      return try records.next()
    }
  }

  /// What was read, once `next` has given nil.
  func inputFile(_ role: RunSummary.InputFile.Role, rows: Int) throws(RunError) -> RunSummary.InputFile {
    let digest =
      switch form {
      case .text(let records): records.digest
      case .sheet(let records): try records.digest()
      }
    return RunSummary.InputFile(
      role: role, path: path, bytes: digest.byteCount, sha256: digest.sha256, rows: rows)
  }

  /// A zip archive that is not within gzip; what stands first in it does not tell what it is.
  private static func mayBeWorkbook(_ path: String, _ kind: ContentKind) -> Bool {
    (kind == .workbook || kind == .zip) && ContentKind.ofStored(path) == kind
  }
}
