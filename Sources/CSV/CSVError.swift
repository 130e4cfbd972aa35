/// Delimited text that cannot be read on (exit code 65): where, what is wrong, what to do.
///
/// Lines are physical and count from 1. The file's name is the caller's to add: `message(file:)`.
package enum CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The input ends within a quoted field; `line` is where its quote opened.
  case unclosedQuote(line: Int)
  /// The input ends behind an escape that stands on this line.
  case nothingEscaped(line: Int)
  /// Text behind the closing quote of a field that starts on this line, where the dialect refuses it.
  case textAfterQuotes(line: Int)
  /// A field longer than `limit` bytes; `line` is where it starts. Most often a quote that never closes.
  case fieldTooLong(line: Int, limit: Int)
  /// A record longer than `limit` bytes that starts at `line`. Most often a file without line ends.
  case recordTooLong(line: Int, limit: Int)

  /// The line that the error is about.
  package var line: Int {
    switch self {
    case .unclosedQuote(let line), .nothingEscaped(let line), .textAfterQuotes(let line): line
    case .fieldTooLong(let line, _), .recordTooLong(let line, _): line
    }
  }

  /// The error with its place, `mar.csv:12: a quoted field opens here …`.
  package func message(file: String) -> String {
    "\(file):\(line): \(sentence)"
  }

  package var description: String {
    "line \(line): \(sentence)"
  }

  private var sentence: String {
    switch self {
    case .unclosedQuote:
      "a quoted field opens here and never closes; close the quote, or double a quote that is part of the text"
    case .nothingEscaped:
      "the file ends behind an escape; look for the rest of the file, or double the escape"
    case .textAfterQuotes:
      "text follows the closing quote of a field that starts here; double a quote that is part of the text"
    case .fieldTooLong(_, let limit):
      "a field that starts here is longer than \(limit) bytes; look for a quote that never closes, or raise --max-field"
    case .recordTooLong(_, let limit):
      "a record that starts here is longer than \(limit) bytes; check that the file has line ends"
    }
  }
}
