/// Records that hold nothing but fields, delimiters and simple quotes, cut in one go: nearly all there are.
///
/// What is no plain record is left to the states of `RecordParser`: escapes, doubled quotes, text or spaces beside quotes,
/// line ends within them, and a record that the bytes do not hold to its end.
extension RecordParser {
  /// Where the record that starts at `recordStart` ends, its fields noted; nil, and no field noted, where it is not plain.
  mutating func endOfPlainRecord(_ bytes: Span<UInt8>, _ isLast: Bool) -> Int? {
    var field = OpenField(start: recordStart)
    let quote = dialect.quote ?? delimiter
    var block = recordStart
    while block < bytes.count {
      var marks = FieldScanner.marks(bytes, from: block, delimiter: delimiter, quote: quote)
      while marks != 0 {
        let index = block + marks.trailingZeroBitCount
        marks &= marks &- 1
        let byte = bytes[index]
        if field.isQuoted {
          if byte == quote { field.close(at: index) } else if byte != delimiter { return notPlain() }
        } else if byte == delimiter {
          guard note(field, to: index, bytes) else { return notPlain() }
          field = OpenField(start: index + 1)
        } else if byte == quote {
          guard index == field.start else { return notPlain() }
          field.isQuoted = true
        } else {
          return ended(field, at: index, bytes)
        }
      }
      block += FieldScanner.blockSize
    }
    return isLast && !field.isQuoted ? ended(field, at: bytes.count, bytes) : notPlain()
  }

  private struct OpenField {
    let start: Int
    /// Where its closing quote stands.
    var closing: Int?
    /// Whether its quote is open.
    var isQuoted = false

    init(start: Int) {
      self.start = start
    }

    @inline(__always)
    mutating func close(at index: Int) {
      isQuoted = false
      closing = index
    }
  }

  private mutating func ended(_ field: OpenField, at end: Int, _ bytes: Span<UInt8>) -> Int? {
    guard end - recordStart <= safeLength, note(field, to: end, bytes) else { return notPlain() }
    return end
  }

  private mutating func notPlain() -> Int? {
    fields.removeAll(keepingCapacity: true)
    return nil
  }

  /// Notes a field; false where something stands behind its closing quote.
  @inline(__always)
  private mutating func note(_ field: OpenField, to end: Int, _ bytes: Span<UInt8>) -> Bool {
    var (start, valueEnd) = (field.start, end)
    if let closing = field.closing {
      guard closing == end - 1 else { return false }
      (start, valueEnd) = (start + 1, closing)
    } else if dialect.spaces != .kept, start < end {
      if bytes[start] == FieldScanner.space { start = min(FieldScanner.endOfSpaces(bytes, from: start), end) }
      if dialect.spaces == .trimmed {
        valueEnd = FieldScanner.withoutTrailingSpaces(bytes, from: start, to: end)
      }
    }
    fields.append(Record.Field(start: start - recordStart, end: valueEnd - recordStart, form: .value))
    return true
  }
}

extension Dialect {
  /// Whether records of it may be plain ones: not where a byte has two meanings, or any byte may be escaped.
  var hasPlainRecords: Bool {
    escape == nil && delimiter != .none && delimiter.rawValue != FieldScanner.space
      && delimiter.rawValue != FieldScanner.carriageReturn && quote != delimiter.rawValue
      && quote != FieldScanner.space && quote != FieldScanner.lineFeed && quote != FieldScanner.carriageReturn
  }
}
