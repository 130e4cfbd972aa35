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
  private var cellStart = 0

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
    text { $0.append(contentsOf: value.utf8) }
  }

  /// A cell of text that `body` appends as UTF-8; the bytes are not checked.
  ///
  /// - Parameter body: leaves what is there as it is.
  package mutating func text(_ body: (inout [UInt8]) -> Void) {
    beginCell()
    body(&bytes)
    endCell(isGuarded: guardsFormulas && FormulaGuard.wouldRun(bytes.span.extracting(cellStart...)))
  }

  /// A cell with a number of ours; a minus sign is no formula.
  package mutating func number(_ value: Int) {
    number(decimal: String(value))
  }

  /// A cell with a number of ours as text: sign, digits, point.
  ///
  /// Dates are such cells too; any other byte is a mistake of the caller.
  package mutating func number(decimal value: String) {
    number { $0.append(contentsOf: value.utf8) }
  }

  /// A cell with a number of ours that `body` appends: sign, digits, point.
  package mutating func number(_ body: (inout [UInt8]) -> Void) {
    beginCell()
    body(&bytes)
    precondition(Self.isNumber(bytes.span.extracting(cellStart...)), "a trusted cell that is no number")
  }

  /// A cell without content.
  package mutating func empty() {
    beginCell()
  }

  /// Ends the row; a row without cells writes nothing.
  package mutating func endRow() {
    guard fieldsInRow > 0 else { return }
    // One cell without content would be a blank line, which readers skip.
    if fieldsInRow == 1, cellStart == bytes.count { bytes += [FieldScanner.quote, FieldScanner.quote] }
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

  private mutating func beginCell() {
    if fieldsInRow > 0 { bytes.append(delimiter) }
    fieldsInRow += 1
    cellStart = bytes.count
  }

  /// Puts around the cell what it needs.
  private mutating func endCell(isGuarded: Bool) {
    let form = form(of: bytes.span.extracting(cellStart...))
    if form == .holdingQuotes { doubleQuotes() }
    if isGuarded { bytes.insert(FormulaGuard.mark, at: cellStart) }
    guard form != .bare else { return }
    bytes.insert(FieldScanner.quote, at: cellStart)
    bytes.append(FieldScanner.quote)
  }

  private mutating func doubleQuotes() {
    let cell = bytes[cellStart...].flatMap { $0 == FieldScanner.quote ? [$0, $0] : [$0] }
    bytes.replaceSubrange(cellStart..., with: cell)
  }

  /// How a cell is written so that a reader takes it for what it is.
  private enum Form {
    case bare, quoted, holdingQuotes
  }

  /// Quoted where a reader would take the bare cell for something else: a delimiter, quote or line end in it, spaces
  /// around it, or a byte order mark in front.
  private func form(of cell: Span<UInt8>) -> Form {
    guard !cell.isEmpty else { return .bare }
    let (first, last) = (cell[0], cell[cell.count - 1])
    var form = first == FieldScanner.space || first == 0xEF || last == FieldScanner.space ? Form.quoted : .bare
    for start in stride(from: 0, to: cell.count, by: FieldScanner.blockSize) {
      var marks = FieldScanner.marks(cell, from: start, delimiter: delimiter, quote: FieldScanner.quote)
      while marks != 0 {
        if cell[start + marks.trailingZeroBitCount] == FieldScanner.quote { return .holdingQuotes }
        form = .quoted
        marks &= marks - 1
      }
    }
    return form
  }

  private static func isNumber(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices {
      switch cell[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      default: return false
      }
    }
    return true
  }
}
