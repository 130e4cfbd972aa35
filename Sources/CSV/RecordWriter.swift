/// Rows to delimited text in memory (OUT-01, OUT-02).
///
///     var writer = RecordWriter()
///     writer.text(drug)
///     writer.number(units)
///     writer.endRow()
///     try sink.write(writer.takeBytes())
///
/// Of the dialect only the delimiter counts; the quote is always `"`. Quotes stand only where a reader would otherwise
/// read something else. Rows end with LF; `excel` starts with a byte order mark and ends rows with CRLF.
package struct RecordWriter: Sendable {
  /// The rows written and not yet taken.
  package private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8
  private let endsWithCRLF: Bool
  private let guardsFormulas: Bool
  private var fieldsInRow = 0
  private var fieldStart = 0

  /// A writer before its first row.
  ///
  /// - Parameter raw: text goes out as it came in, also where a spreadsheet would run it as a formula.
  package init(dialect: Dialect = Dialect(), excel: Bool = false, raw: Bool = false) {
    delimiter = dialect.delimiter.rawValue
    endsWithCRLF = excel
    guardsFormulas = !raw
    if excel { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// A writer of rows that follow this one's.
  package func continued() -> RecordWriter {
    var writer = self
    writer.bytes = []
    return writer
  }

  /// A cell of text, from the input or ours; guarded with `'` where a spreadsheet would take it for a formula.
  package mutating func text(_ value: String) {
    var value = value
    value.makeContiguousUTF8()
    let utf8 = value.utf8
    text(utf8.span)
  }

  /// A cell of text given as UTF-8; the bytes are not checked.
  package mutating func text(_ value: ArraySlice<UInt8>) {
    text(value.span)
  }

  /// A cell of text given as UTF-8; the bytes are not checked.
  package mutating func text(_ value: Span<UInt8>) {
    append(value, isGuarded: guardsFormulas && FormulaGuard.wouldRun(value))
  }

  /// A cell with a number of ours; a minus sign is no formula.
  package mutating func number(_ value: Int) {
    number(decimal: String(value))
  }

  /// A cell with a number of ours as text: sign, digits, point.
  ///
  /// Dates are such cells too; any other byte is a mistake of the caller.
  package mutating func number(decimal value: String) {
    let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    precondition(isNumber, "a trusted cell that is no number")
    let utf8 = value.utf8
    append(utf8.span, isGuarded: false)
  }

  /// A cell without content.
  package mutating func empty() {
    number(decimal: "")
  }

  /// Ends the row; a row without cells writes nothing.
  package mutating func endRow() {
    guard fieldsInRow > 0 else { return }
    // One cell without content would be a blank line, which readers skip.
    if fieldsInRow == 1, fieldStart == bytes.count { bytes += [FieldScanner.quote, FieldScanner.quote] }
    if endsWithCRLF { bytes.append(FieldScanner.carriageReturn) }
    bytes.append(FieldScanner.lineFeed)
    fieldsInRow = 0
  }

  /// Gives the bytes written since the last call, and keeps none.
  package mutating func takeBytes() -> [UInt8] {
    precondition(fieldsInRow == 0, "bytes taken within a row")
    defer { bytes.removeAll(keepingCapacity: false) }
    return bytes
  }

  private mutating func append(_ value: Span<UInt8>, isGuarded: Bool) {
    if fieldsInRow > 0 { bytes.append(delimiter) }
    fieldsInRow += 1
    fieldStart = bytes.count
    let isQuoted = needsQuotes(value)
    if isQuoted { bytes.append(FieldScanner.quote) }
    if isGuarded { bytes.append(FormulaGuard.mark) }
    for index in value.indices {
      let byte = value[index]
      if byte == FieldScanner.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(FieldScanner.quote) }
  }

  /// Whether a reader would take the bare value for something else: a delimiter, quote or line end in it, spaces around
  /// it, or a byte order mark in front.
  private func needsQuotes(_ value: Span<UInt8>) -> Bool {
    guard !value.isEmpty else { return false }
    let first = value[0]
    if first == FieldScanner.space || first == 0xEF || value[value.count - 1] == FieldScanner.space { return true }
    for index in value.indices {
      let byte = value[index]
      if byte == delimiter || byte == FieldScanner.quote || byte == FieldScanner.lineFeed
        || byte == FieldScanner.carriageReturn
      {
        return true
      }
    }
    return false
  }
}
