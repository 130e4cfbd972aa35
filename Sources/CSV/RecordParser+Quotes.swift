// What quotes and escapes make of text; `RecordParser.findRecord` says when.

extension RecordParser {
  /// Moves behind the next quote or escape of a quoted field; counts the lines on the way.
  mutating func skipQuoted(_ bytes: Span<UInt8>, _ isLast: Bool) throws(CSVError) -> Bool {
    guard let quote = dialect.quote else { preconditionFailure("a quoted field without quotes") }
    while true {
      position = FieldScanner.quoteOrLineEnd(bytes, from: position, quote: quote, escape: dialect.escape ?? quote)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      position += 1
      if byte == quote || byte == dialect.escape {
        state = byte == quote ? .quoteSeen : .escapedQuoted
        return true
      }
      if !endsCRLF(bytes) { line += 1 }
    }
    guard isLast else { return false }
    try checkLength()
    throw .unclosedQuote(line: fieldLine)
  }

  /// Whether the two bytes before `position`, the first of them of the same field, are one line end.
  func endsCRLF(_ bytes: Span<UInt8>) -> Bool {
    // Every line end within a field stands behind a quote or an escape, so looking back is safe, also after a cut.
    bytes[position - 1] == FieldScanner.lineFeed && bytes[position - 2] == FieldScanner.carriageReturn
  }

  /// Takes the byte behind an escape as text.
  mutating func skipEscaped(
    _ bytes: Span<UInt8>, _ isLast: Bool, to next: State
  ) throws(CSVError) -> Bool {
    guard position < bytes.count else {
      guard isLast else { return false }
      try checkLength()
      throw .nothingEscaped(line: line)
    }
    let byte = bytes[position]
    position += 1
    if byte == FieldScanner.lineFeed || byte == FieldScanner.carriageReturn { line += 1 }
    fixedEnd = position
    isEscaped = true
    state = next
    return true
  }

  /// A quote within a quoted field: the first of a double, or the closing one.
  mutating func decideQuote(_ bytes: Span<UInt8>, _ isLast: Bool) -> Bool {
    guard position < bytes.count || isLast else { return false }
    if dialect.doublesQuotes, position < bytes.count, bytes[position] == dialect.quote {
      position += 1
      isEscaped = true
      state = .quoted
    } else {
      fixedEnd = position
      state = .afterQuoted
    }
    return true
  }

  /// Ends a field that began with a quote; text behind the closing one belongs to its value, where it may.
  mutating func endQuotedField(_ bytes: Span<UInt8>) throws(CSVError) -> Bool {
    let end =
      dialect.spaces == .trimmed
      ? FieldScanner.withoutTrailingSpaces(bytes, from: fixedEnd, to: position) : position
    let hasTail = end > fixedEnd
    if hasTail, dialect.refusesTextAfterQuotes {
      try checkLength()
      throw .textAfterQuotes(line: fieldLine)
    }
    return try endField(
      bytes, valueEnd: hasTail ? end : fixedEnd - 1, form: isEscaped || hasTail ? .quoted : .value)
  }
}
