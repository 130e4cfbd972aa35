/// Delimited text to records: fed chunks, cut anywhere, it gives the same records.
///
///     var reader = RecordReader(dialect: dialect)
///     for chunk in chunks {
///       reader.append(chunk)
///       while let record = try reader.next() { … }
///     }
///     reader.finish()
///     while let record = try reader.next() { … }
///
/// What it takes for a record (IN-04): fields between delimiters; a field whose first byte after spaces is `"` is
/// quoted and may hold delimiters, line ends and doubled quotes; line ends are CRLF, LF or CR, mixed; lines of nothing
/// but spaces are skipped; spaces around a field are trimmed, those within quotes kept; a byte order mark at the start
/// is skipped; a value that is `="text"` is `text`. NUL is a byte like any other. Lenient in one thing: text after a
/// closing quote belongs to the value, `"ab"c` is `abc`, and quotes in it, as in the middle of an unquoted field, are
/// plain text. A `Dialect` may ask for something else.
package struct RecordReader: Sendable {
  package static let defaultFieldLimit = 1 << 20
  package static let defaultRecordLimit = 16 << 20

  private let dialect: Dialect
  private var parser: RecordParser
  private var buffer: [UInt8] = []
  private var isFinished = false
  private var failure: CSVError?

  /// A reader at the start of a file.
  ///
  /// - Parameters:
  ///   - maxFieldBytes: the longest field as written, quotes included.
  ///   - maxRecordBytes: the longest record as written; bounds the memory for a file without line ends.
  ///   - firstLine: the physical line of the first byte, for a reader that starts within a file.
  package init(
    dialect: Dialect = Dialect(), maxFieldBytes: Int = RecordReader.defaultFieldLimit,
    maxRecordBytes: Int = RecordReader.defaultRecordLimit, firstLine: Int = 1
  ) {
    self.dialect = dialect
    parser = RecordParser(
      dialect: dialect, maxFieldBytes: maxFieldBytes,
      maxRecordBytes: max(maxRecordBytes, maxFieldBytes), line: firstLine)
  }

  /// Adds the next bytes of the input.
  ///
  /// Take all records with `next` first: those not taken are kept in memory.
  package mutating func append(_ bytes: [UInt8]) {
    precondition(!isFinished, "bytes after the end of the input")
    let used = parser.forgetUsedBytes()
    if used == buffer.count {
      buffer = bytes
    } else {
      buffer.removeSubrange(..<used)
      buffer += bytes
    }
  }

  /// Says that no bytes follow: the last record needs no line end.
  package mutating func finish() {
    isFinished = true
  }

  /// The physical line that the next byte to be appended belongs to, once `next` has given nil.
  package var line: Int { parser.line }

  /// The next record; nil when the bytes so far hold no further whole one.
  ///
  /// - Throws: every case of `CSVError`; once thrown, the same again.
  package mutating func next() throws(CSVError) -> Record? {
    guard try findNext() else { return nil }
    return Record(
      buffer: buffer, fields: parser.fields, dialect: dialect, line: parser.recordLine, place: parser.recordPlace)
  }

  /// Copies the next record; false when the bytes so far hold no further whole one.
  ///
  /// - Throws: as `next` does.
  package mutating func next(into copy: inout RecordCopy) throws(CSVError) -> Bool {
    guard try findNext() else { return false }
    copy.take(buffer.span, parser.recordPlace, parser.fields, dialect, line: parser.recordLine)
    return true
  }

  private mutating func findNext() throws(CSVError) -> Bool {
    if let failure { throw failure }
    let buffer = buffer
    do throws(CSVError) {
      return try parser.findRecord(in: buffer.span, isLast: isFinished)
    } catch {
      failure = error
      throw error
    }
  }
}
