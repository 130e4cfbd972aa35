import ByteStreams
import CSV
import Infusion
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
  /// A row of a stream does not say of which export it is.
  case untagged(file: String, line: Int)
  /// A row of a stream has a larger number of its file, line or row than can be kept.
  case tooLargeTag(stream: String, line: Int)
  /// A row of a stream is of an export that nobody named.
  case noSuchExport(stream: String, role: RunSummary.InputFile.Role, number: Int)
  /// Rows do not stand together as the caller has promised.
  case outOfOrder(String)
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
    case .untagged(let file, let line):
      "\(file == "-" ? "standard input" : file):\(line): a row begins with m or c, or with m or c and file:line:row such"
        + " as m1:412:411, then a delimiter; write it so, or give exports and no --rows"
    case .tooLargeTag(let stream, let line):
      "\(stream == "-" ? "standard input" : stream):\(line): a row's tag, or its number, is larger than"
        + " \(SourceRow.largestNumber); hand over an export of so many lines as several, each with a number of its own"
    case .noSuchExport(let stream, let role, let number):
      "\(stream == "-" ? "standard input" : stream): a row is of \(role == .mar ? "MAR" : "charge") export \(number),"
        + " which is not named; name \(role == .mar ? "it" : "it with --charges"), in the order of the numbers"
    case .outOfOrder(let message): message
    case .unbalanced(let read, let used, let excluded, let rejected):
      "internal error: \(read) rows read, but \(used) used, \(excluded) excluded, \(rejected) rejected; please report it"
    case .noSuchEncounter(let id): "no encounter \(id) in the files given; check the id and the files"
    }
  }
}

/// The value; an error in finding it becomes the reason why the run stops.
///
/// Example: `try rethrowing(as: RunError.intake, try HeaderMap(…))`.
func rethrowing<Value, Failure: Error>(
  as reason: (Failure) -> RunError, _ value: @autoclosure () throws(Failure) -> Value
) throws(RunError) -> Value {
  do throws(Failure) {
    return try value()
  } catch {
    throw reason(error)
  }
}
