/// The state between two bytes of delimited text: it sees bytes and gives places, and owns neither file nor buffer.
///
/// All positions but those in `fields` count from the first byte of the buffer that the reader holds.
struct RecordParser: Sendable {
  private enum State {
    case fileStart
    case recordStart
    /// Before the first byte of a field that is no space.
    case fieldStart
    case plain
    case quoted
    /// Behind a quote within a quoted field: the closing one, or the first of a double.
    case quoteSeen
    case afterQuoted
  }

  /// Of the record found last, or so far of the one under way; counted from the record's first byte.
  private(set) var fields: [Record.Field] = []
  private(set) var recordLine = 1
  private(set) var recordPlace = 0..<0

  private let delimiter: UInt8
  private let maxFieldBytes: Int
  private let maxRecordBytes: Int

  private var state = State.fileStart
  /// The next byte to look at, and its line.
  private var position = 0
  private(set) var line: Int
  private var recordStart = 0
  /// The field under way: its first byte as written, the first of its value, the one behind its closing quote, and its
  /// line.
  private var fieldStart = 0
  private var valueStart = 0
  private var closingQuoteEnd = 0
  private var fieldLine = 1
  private var isEscaped = false
  /// A line feed that follows belongs to the line end already seen.
  private var afterCarriageReturn = false

  init(delimiter: UInt8, maxFieldBytes: Int, maxRecordBytes: Int, line: Int) {
    self.delimiter = delimiter
    self.maxFieldBytes = maxFieldBytes
    self.maxRecordBytes = maxRecordBytes
    self.line = line
  }

  /// The number of bytes at the front of the buffer that are no longer needed; positions are moved back by as much.
  mutating func forgetUsedBytes() -> Int {
    let used = state == .fileStart || state == .recordStart ? position : recordStart
    position -= used
    recordStart -= used
    fieldStart -= used
    valueStart -= used
    closingQuoteEnd -= used
    return used
  }

  /// Moves past the next record that is not blank; false when the bytes end before it does.
  ///
  /// - Parameter isLast: no bytes will follow these.
  mutating func findRecord(in bytes: Span<UInt8>, isLast: Bool) throws(CSVError) -> Bool {
    while true {
      switch state {
      case .fileStart: guard skipByteOrderMark(bytes, isLast) else { return false }
      case .recordStart: guard startRecord(bytes) else { return false }
      case .fieldStart: guard startField(bytes, isLast) else { return try waiting() }
      case .plain:
        position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: delimiter)
        guard position < bytes.count || isLast else { return try waiting() }
        let end = FieldScanner.withoutTrailingSpaces(bytes, from: valueStart, to: position)
        if try endField(bytes, valueEnd: end, isEscaped: false), !isBlank { return true }
      case .quoted: guard try skipQuoted(bytes, isLast) else { return try waiting() }
      case .quoteSeen: guard decideQuote(bytes, isLast) else { return try waiting() }
      case .afterQuoted:
        position = FieldScanner.endOfPlainText(bytes, from: position, delimiter: delimiter)
        guard position < bytes.count || isLast else { return try waiting() }
        let end = FieldScanner.withoutTrailingSpaces(bytes, from: closingQuoteEnd, to: position)
        let hasTail = end > closingQuoteEnd
        let valueEnd = hasTail ? end : closingQuoteEnd - 1
        if try endField(bytes, valueEnd: valueEnd, isEscaped: isEscaped || hasTail) { return true }
      }
    }
  }

  /// The bytes end within a field.
  private func waiting() throws(CSVError) -> Bool {
    try checkLength()
    return false
  }

  /// Names the limit that was passed first, so that the error does not depend on where the input was cut.
  private func checkLength() throws(CSVError) {
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

  private mutating func startField(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    position = FieldScanner.endOfSpaces(bytes, from: position)
    guard position < bytes.count || isLast else { return false }
    if position < bytes.count, bytes[position] == FieldScanner.quote {
      position += 1
      state = .quoted
    } else {
      state = .plain
    }
    valueStart = position
    return true
  }

  /// Moves behind the next quote of a quoted field; counts the lines on the way.
  private mutating func skipQuoted(_ bytes: Span<UInt8>, _ isLast: Bool) throws(CSVError) -> Bool {
    while true {
      position = FieldScanner.quoteOrLineEnd(bytes, from: position)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      position += 1
      if byte == FieldScanner.quote {
        state = .quoteSeen
        return true
      }
      // The byte before the first one of a value is its quote, so looking back is safe, also after a cut.
      let endsCRLF = byte == FieldScanner.lineFeed && bytes[position - 2] == FieldScanner.carriageReturn
      if !endsCRLF { line += 1 }
    }
    guard isLast else { return false }
    try checkLength()
    throw .unclosedQuote(line: fieldLine)
  }

  private mutating func decideQuote(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    guard position < bytes.count || isLast else { return false }
    if position < bytes.count, bytes[position] == FieldScanner.quote {
      position += 1
      isEscaped = true
      state = .quoted
    } else {
      closingQuoteEnd = position
      state = .afterQuoted
    }
    return true
  }

  /// Notes the field that ends at `position`; true when its record ends there too.
  private mutating func endField(_ bytes: Span<UInt8>, valueEnd: Int, isEscaped: Bool) throws(CSVError) -> Bool {
    try checkLength()
    fields.append(
      Record.Field(start: valueStart - recordStart, end: valueEnd - recordStart, isEscaped: isEscaped))
    recordPlace = recordStart..<position
    state = .recordStart
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    position += 1
    if byte == delimiter {
      beginField()
      return false
    }
    line += 1
    afterCarriageReturn = byte == FieldScanner.carriageReturn
    return true
  }

  /// A line of nothing but spaces; only asked of an unquoted field, since `""` alone is a record.
  private var isBlank: Bool {
    fields.count == 1 && fields[0].start == fields[0].end
  }
}
