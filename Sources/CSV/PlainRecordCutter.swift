/// Cuts records that hold nothing but fields, delimiters and simple quotes in one go: nearly all there are.
///
/// What is no plain record is left to the states of `RecordParser`: escapes, doubled quotes, text or spaces beside quotes,
/// line ends within them, very many fields, and a record that the bytes do not hold to its end.
struct PlainRecordCutter: Sendable {
  /// More fields make no plain record.
  static let mostFields = 256

  private let delimiter: UInt8
  /// The delimiter where there is no quote.
  private let quote: UInt8
  private let spaces: Dialect.Spaces

  /// Nil for a dialect in which a byte has two meanings, or any byte may be escaped.
  init?(_ dialect: Dialect) {
    let delimiter = dialect.delimiter.rawValue
    let lineEnds = [FieldScanner.lineFeed, FieldScanner.carriageReturn, FieldScanner.space]
    guard dialect.escape == nil, !lineEnds.contains(delimiter), dialect.quote != delimiter,
      dialect.quote.map({ !lineEnds.contains($0) }) ?? true
    else { return nil }
    self.delimiter = delimiter
    quote = dialect.quote ?? delimiter
    spaces = dialect.spaces
  }

  /// Where the record that starts at `start` ends, its fields noted; nil, and some fields noted, where it is not plain.
  func end(
    ofRecordAt start: Int, in bytes: Span<UInt8>, isLast: Bool, noting fields: inout OutputSpan<Record.Field>
  ) -> Int? {
    var field = OpenField(start: start)
    var block = start
    while block < bytes.count {
      var marks = FieldScanner.marks(bytes, from: block, delimiter: delimiter, quote: quote)
      while marks != 0 {
        let index = block &+ marks.trailingZeroBitCount
        marks &= marks &- 1
        let byte = bytes[index]
        if field.isQuoted {
          if byte == quote { field.close(at: index) } else if byte != delimiter { return nil }
        } else if byte == delimiter {
          guard fields.freeCapacity > 1, note(field, to: index, bytes, start, &fields) else { return nil }
          field = OpenField(start: index &+ 1)
        } else if byte == quote {
          guard index == field.start else { return nil }
          field.isQuoted = true
        } else {
          return note(field, to: index, bytes, start, &fields) ? index : nil
        }
      }
      block += FieldScanner.blockSize
    }
    guard isLast, !field.isQuoted, note(field, to: bytes.count, bytes, start, &fields) else { return nil }
    return bytes.count
  }

  private struct OpenField {
    let start: Int
    /// Where its closing quote stands; -1 where it has none.
    var closing = -1
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

  /// Notes a field; false where something stands behind its closing quote.
  @inline(__always)
  private func note(
    _ field: OpenField, to end: Int, _ bytes: Span<UInt8>, _ record: Int, _ fields: inout OutputSpan<Record.Field>
  ) -> Bool {
    var (start, valueEnd) = (field.start, end)
    if field.closing >= 0 {
      guard field.closing == end - 1 else { return false }
      (start, valueEnd) = (start + 1, field.closing)
    } else if spaces != .kept, start < end {
      if bytes[start] == FieldScanner.space { start = min(FieldScanner.endOfSpaces(bytes, from: start), end) }
      if spaces == .trimmed, bytes[end &- 1] == FieldScanner.space {
        valueEnd = FieldScanner.withoutTrailingSpaces(bytes, from: start, to: end)
      }
    }
    fields.append(Record.Field(start: start &- record, end: valueEnd &- record, form: .value))
    return true
  }
}
