/// A file that cannot be read at all; the run stops (exit code 65).
package enum IntakeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file holds no record.
  case emptyFile(file: String)
  /// No record near the top is a header with the fields that are needed (input IN-53).
  ///
  /// Shape: `seen` are the headers of the most likely record; `section` is the part of the configuration that maps.
  case noHeader(file: String, line: Int, seen: [String], missing: [String], section: String)
  /// Two columns bear the same header of a field that is needed (input IN-05). Positions count from 1.
  case duplicateHeader(file: String, line: Int, header: String, field: String, first: Int, second: Int)
  /// The configuration maps a field to a column that the file does not have.
  case mappedColumnAbsent(file: String, line: Int, field: String, column: String, seen: [String])
  /// The dates of a column come month first and day first (input IN-22).
  case mixedDateOrder(file: String, line: Int, column: String)
  /// Month and day of one file are a guess, and the dates of another come day first.
  case mixedDateOrders(file: String, other: String)
  /// The times of one file have no offset from absolute time, those of another have (input IN-23).
  case mixedOffsets(file: String, other: String)

  package var description: String {
    switch self {
    case .emptyFile(let file):
      return "\(file):1: the file is empty; a header row is expected; check that the export ran to its end"
    case .noHeader(let file, let line, let seen, let missing, let section):
      return """
        \(file):\(line): no column is known to hold \(missing.joined(separator: ", ")); \
        \(seen.isEmpty ? "no header row is recognised" : "the headers found are: \(Self.list(seen))"); \
        name the columns in a file and give it with --config, for example:
        \(section):
          columns:
        \(missing.map { "    \($0): \"HEADER OF YOUR FILE\"" }.joined(separator: "\n"))
        """
    case .duplicateHeader(let file, let line, let header, let field, let first, let second):
      return """
        \(file):\(line): two columns are headed "\(Self.shown(header))", columns \(first) and \(second); \
        \(field) is read from it and must be one column; rename one of them in the export
        """
    case .mappedColumnAbsent(let file, let line, let field, let column, let seen):
      return """
        \(file):\(line): the configuration reads \(field) from the column "\(column)", which the file does not have; \
        the headers found are: \(Self.list(seen)); correct the name under columns in infusion-charges.yaml
        """
    case .mixedDateOrder(let file, let line, let column):
      return """
        \(file):\(line): the dates of column "\(column)" are written both month first and day first; \
        say which with --date-order mdy or --date-order dmy (rows that do not fit are then rejected)
        """
    case .mixedDateOrders(let file, let other):
      return """
        \(file): nothing shows whether its dates are month first or day first, and those of \(other) are day first; \
        say which with --date-order mdy or --date-order dmy
        """
    case .mixedOffsets(let file, let other):
      return """
        \(file): its times have no offset from absolute time, and those of \(other) have one; \
        name the zone of the clocks with --time-zone, such as --time-zone America/New_York
        """
    }
  }

  private static func list(_ headers: [String]) -> String {
    let first = headers.prefix(mostHeaders).map { "\"\(shown($0))\"" }.joined(separator: ", ")
    let more = headers.count > mostHeaders ? ", and \(headers.count - mostHeaders) more" : ""
    return headers.isEmpty ? "none" : first + more
  }

  /// A header on one line; of a file without line ends, not all of it.
  private static func shown(_ header: String) -> String {
    let start = header.prefix(longestHeader)
    return start.split(whereSeparator: \.isNewline).joined(separator: " ")
      + (start.endIndex < header.endIndex ? "…" : "")
  }

  private static let longestHeader = 80
  private static let mostHeaders = 40
}
