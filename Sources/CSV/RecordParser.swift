/// The state between two bytes of delimited text: it sees bytes and gives places, and owns neither file nor buffer.
///
/// All positions but those in `fields` count from the first byte of the buffer that the reader holds.
struct RecordParser: Sendable {
  enum State {
    case fileStart
    case recordStart
    /// Before the first byte of a field that is no space.
    case fieldStart
    case plain
    case quoted
    /// Behind a quote within a quoted field: the closing one, or the first of a double.
    case quoteSeen
    case afterQuoted
    /// Before the byte that an escape makes plain text.
    case escapedPlain
    case escapedQuoted
    case comment
  }

  /// Of the record found last, or so far of the one under way; counted from the record's first byte.
  private(set) var fields: [Record.Field] = []
  private(set) var recordLine = 1
  private(set) var recordPlace = 0..<0

  let dialect: Dialect
  private let delimiter: UInt8
  /// Nil where no record is plain.
  private let plain: PlainRecordCutter?
  private let maxFieldBytes: Int
  private let maxRecordBytes: Int

  var state = State.fileStart
  /// The next byte to look at, and its line.
  var position = 0
  var line: Int
  private var recordStart = 0
  /// The field under way: its first byte as written, the first of its value, the one behind its closing quote or last
  /// escape, from which on spaces are trimmed, and its line.
  private(set) var fieldStart = 0
  private var valueStart = 0
  var fixedEnd = 0
  private(set) var fieldLine = 1
  /// Whether the field holds a doubled quote or an escape.
  var isEscaped = false
  /// A line feed that follows belongs to the line end already seen.
  private var afterCarriageReturn = false

  init(dialect: Dialect, maxFieldBytes: Int, maxRecordBytes: Int, line: Int) {
    self.dialect = dialect
    delimiter = dialect.delimiter.rawValue
    plain = PlainRecordCutter(dialect)
    self.maxFieldBytes = maxFieldBytes
    self.maxRecordBytes = maxRecordBytes
    self.line = line
  }

  /// The number of bytes at the front of the buffer that are no longer needed; positions are moved back by as much.
  mutating func forgetUsedBytes() -> Int {
    let isInRecord = state != .fileStart && state != .recordStart && state != .comment
    let used = isInRecord ? recordStart : position
    position -= used
    recordStart -= used
    fieldStart -= used
    valueStart -= used
    fixedEnd -= used
    return used
  }

  /// Begins anew, with bytes that are one record.
  mutating func startRecordAlone() {
    (state, position, afterCarriageReturn) = (.recordStart, 0, false)
  }

  /// Moves past the next record that is not blank; false when the bytes end before it does.
  ///
  /// - Parameter isLast: no bytes will follow these.
  mutating func findRecord(in bytes: Span<UInt8>, isLast: Bool) throws(CSVError) -> Bool {
    while true {
      switch state {
      case .fileStart: guard skipByteOrderMark(bytes, isLast) else { return false }
      case .recordStart:
        guard startRecord(bytes) else { return false }
        if state == .fieldStart, takePlainRecord(bytes, isLast), !isBlankLine(bytes) { return true }
      case .fieldStart: guard startField(bytes, isLast) else { return try waiting() }
      case .plain:
        moveToEndOfPlainText(bytes)
        guard position < bytes.count || isLast else { return try waiting() }
        if position < bytes.count, bytes[position] == dialect.escape {
          position += 1
          state = .escapedPlain
        } else if try endPlainField(bytes), !isBlank {
          return true
        }
      case .quoted: guard try skipQuoted(bytes, isLast) else { return try waiting() }
      case .quoteSeen: guard decideQuote(bytes, isLast) else { return try waiting() }
      case .afterQuoted:
        position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: delimiter)
        guard position < bytes.count || isLast else { return try waiting() }
        if try endQuotedField(bytes) { return true }
      case .escapedPlain: guard try skipEscaped(bytes, isLast, to: .plain) else { return try waiting() }
      case .escapedQuoted: guard try skipEscaped(bytes, isLast, to: .quoted) else { return try waiting() }
      case .comment: guard skipComment(bytes) else { return false }
      }
    }
  }

  /// Takes the whole record that starts here, where it is a plain one; else moves nowhere.
  @inline(__always)
  private mutating func takePlainRecord(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    guard let end = endOfPlainRecord(bytes, isLast) else { return false }
    recordPlace = recordStart..<end
    position = end
    state = .recordStart
    guard end < bytes.count else { return true }
    position += 1
    line += 1
    afterCarriageReturn = bytes[end] == FieldScanner.carriageReturn
    return true
  }

  /// Where the record that starts here ends, its fields noted; nil, and no field noted, where it is not plain.
  @inline(__always)
  private mutating func endOfPlainRecord(_ bytes: Span<UInt8>, _ isLast: Bool) -> Int? {
    guard let plain else { return nil }
    let start = recordStart
    var end: Int?
    fields.append(addingCapacity: PlainRecordCutter.mostFields) { fields in
      end = plain.end(ofRecordAt: start, in: bytes, isLast: isLast, noting: &fields)
    }
    // No field of a record is longer than all of it.
    if let end, end - start <= min(maxFieldBytes, maxRecordBytes) { return end }
    fields.removeAll(keepingCapacity: true)
    return nil
  }

  /// The bytes end within a field.
  private func waiting() throws(CSVError) -> Bool {
    try checkLength()
    return false
  }

  /// Names the limit that was passed first, so that the error does not depend on where the input was cut.
  // Inlined: called, it was passed a copy of the whole parser, and half of the speed was gone.
  @inline(__always)
  func checkLength() throws(CSVError) {
    let fieldEnd = fieldStart + maxFieldBytes
    let recordEnd = recordStart + maxRecordBytes
    guard position > min(fieldEnd, recordEnd) else { return }
    if fieldEnd <= recordEnd { throw .fieldTooLong(line: fieldLine, limit: maxFieldBytes) }
    throw .recordTooLong(line: recordLine, limit: maxRecordBytes)
  }

  private mutating func skipByteOrderMark(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let seen = min(bytes.count, mark.count)
    let fits = (0..<seen).allSatisfy { bytes[$0] == mark[$0] }
    guard !fits || seen == mark.count || isLast else { return false }
    if fits, seen == mark.count { position = mark.count }
    state = .recordStart
    return true
  }

  private mutating func startRecord(_ bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count else { return false }
    if afterCarriageReturn {
      afterCarriageReturn = false
      if bytes[position] == FieldScanner.lineFeed {
        position += 1
        guard position < bytes.count else { return false }
      }
    }
    if bytes[position] == dialect.comment {
      state = .comment
      return true
    }
    fields.removeAll(keepingCapacity: true)
    recordStart = position
    recordLine = line
    beginField()
    return true
  }

  private mutating func beginField() {
    fieldStart = position
    fieldLine = line
    isEscaped = false
    state = .fieldStart
  }

  private mutating func skipComment(_ bytes: Span<UInt8>) -> Bool {
    position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: FieldScanner.lineFeed)
    guard position < bytes.count else { return false }
    afterCarriageReturn = bytes[position] == FieldScanner.carriageReturn
    position += 1
    line += 1
    state = .recordStart
    return true
  }

  @inline(__always)
  private mutating func startField(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    if dialect.spaces != .kept { position = FieldScanner.endOfSpaces(bytes, from: position) }
    guard position < bytes.count || isLast else { return false }
    if position < bytes.count, bytes[position] == dialect.quote {
      position += 1
      state = .quoted
    } else {
      state = .plain
    }
    valueStart = position
    fixedEnd = position
    return true
  }

  @inline(__always)
  private mutating func moveToEndOfPlainText(_ bytes: Span<UInt8>) {
    if let escape = dialect.escape {
      position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: delimiter, escape: escape)
    } else {
      position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: delimiter)
    }
  }

  @inline(__always)
  private mutating func endPlainField(_ bytes: Span<UInt8>) throws(CSVError) -> Bool {
    let end =
      dialect.spaces == .trimmed ? FieldScanner.withoutTrailingSpaces(bytes, from: fixedEnd, to: position) : position
    return try endField(bytes, valueEnd: end, form: isEscaped ? .escaped : .value)
  }

  /// Notes the field that ends at `position`; true when its record ends there too.
  @inline(__always)
  mutating func endField(
    _ bytes: Span<UInt8>, valueEnd: Int, form: FieldText.Form
  ) throws(CSVError) -> Bool {
    try checkLength()
    fields.append(Record.Field(start: valueStart - recordStart, end: valueEnd - recordStart, form: form))
    recordPlace = recordStart..<position
    state = .recordStart
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    position += 1
    // A line feed is the delimiter of no file: it says that there is none.
    if byte == delimiter, byte != FieldScanner.lineFeed {
      beginField()
      return false
    }
    // The carriage return of an escaped line end was counted where it was escaped.
    if dialect.escape == nil || position - 2 < fieldStart || !endsCRLF(bytes) { line += 1 }
    afterCarriageReturn = byte == FieldScanner.carriageReturn
    return true
  }

  /// Whether the plain record just taken is a line of nothing but spaces, and not `""`.
  private func isBlankLine(_ bytes: Span<UInt8>) -> Bool {
    isBlank && (recordPlace.isEmpty || bytes[recordPlace.lowerBound] != dialect.quote)
  }

  /// A line of nothing but spaces; only asked of an unquoted field, since `""` alone is a record.
  private var isBlank: Bool {
    fields.count == 1 && fields[0].start == fields[0].end
  }
}
