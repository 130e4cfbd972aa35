import ByteStreams
import CSV
import Workbook

/// Why a run stopped.
package enum RunError: Error, Sendable, CustomStringConvertible {
  /// Bytes could not be read or written.
  case bytes(ByteStreamError)
  /// A file is no delimited text that can be read to its end.
  case text(file: String, CSVError)
  /// A workbook cannot be read.
  case workbook(WorkbookError)
  /// A file holds no table that is understood.
  case intake(IntakeError)
  /// More rows were rejected than allowed (input IN-52).
  case tooManyRejects(rejected: Int, rows: Int, limit: String, first: String)
  /// No file has a column that is to be carried to the outputs.
  case noCarriedColumn(String, nearest: String?, seen: [String])
  /// Rows in are not rows out: a mistake of the program.
  case unbalanced(read: Int, used: Int, excluded: Int, rejected: Int)
  /// `explain` was asked for an encounter that the files do not hold.
  case noSuchEncounter(String)

  package var description: String {
    switch self {
    case .bytes(let error): error.description
    case .text(let file, let error): error.message(file: file)
    case .workbook(let error): error.description
    case .intake(let error): error.description
    case .tooManyRejects(let rejected, let rows, let limit, let first):
      """
      \(rejected) of \(rows) rows were rejected, more than --max-rejects \(limit) allows; nothing was written. \
      The first: \(first). Has the layout of the export changed?
      """
    case .noCarriedColumn(let name, let nearest, let seen):
      "--carry \(name): no file has such a column; "
        + (nearest.map { "did you mean \"\($0)\"?" }
          ?? "the headers found are: \(seen.map { "\"\($0)\"" }.joined(separator: ", "))")
    case .unbalanced(let read, let used, let excluded, let rejected):
      "internal error: \(read) rows read, but \(used) used, \(excluded) excluded, \(rejected) rejected; please report it"
    case .noSuchEncounter(let id): "no encounter \(id) in the files given; check the id and the files"
    }
  }
}
