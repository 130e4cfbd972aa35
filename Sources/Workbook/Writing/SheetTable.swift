import ByteStreams

/// A table of a workbook: a header, rows, and further sheets (`Findings 2` …) where one cannot hold all.
package final class SheetTable {
  /// Rows of a sheet behind its header.
  package static let rowsInSheet = WorkbookLimits.rows - 1
  /// A part of more than 4 GiB needs a form of archive that many programs do not read.
  private static let bytesInSheet = 3 << 30
  private static let (narrow, wide, long) = (6.0, 48.0, 80.0)
  /// No program shows a row higher than 409 points.
  private static let mostLines = 27
  /// What one sheet of paper takes side by side without being shrunk too small to read.
  private static let widthOfPaper = 240.0
  /// Room for the button of the filter in the header.
  private static let button = 3.0

  package let columns: [SheetColumn]
  /// Its sheets so far, in order, with the rows that each holds.
  package var sheets: [(name: String, rows: Int)] { writers.map { ($0.writer.name, $0.rows) } }

  private struct Part {
    let writer: SheetWriter
    var rows = 0
    var bytes = 0
  }

  private let book: WorkbookWriter
  private let name: String
  private let heldColumns: Int
  private let rowsInSheet: Int
  private var writers: [Part] = []
  private var widths: [Double]
  /// Of the cell that comes next.
  private var column = 0
  /// Of the row under way.
  private var lines = 1

  /// - Parameters:
  ///   - heldColumns: how many columns stay in sight, since they say whose row it is.
  ///   - rowsInSheet: how many rows a sheet holds; less than a sheet can hold is for tests.
  package init(
    _ name: String, of columns: [SheetColumn], in book: WorkbookWriter, heldColumns: Int = 1,
    rowsInSheet: Int = SheetTable.rowsInSheet
  ) throws(ByteStreamError) {
    self.book = book
    self.name = name
    self.columns = columns
    self.heldColumns = heldColumns
    self.rowsInSheet = rowsInSheet
    widths = columns.map { min(Self.wide, TextWidth.of($0.header) + Self.button) }
    try addSheet()
  }

  /// Adds rows behind those that are there.
  ///
  /// - Throws: `writeFailed`.
  package func put(_ rows: SheetRows) throws(ByteStreamError) {
    var cells = SheetRows.Cells(rows)
    while let cell = cells.next() {
      if case .endOfRow = cell {
        endRow()
      } else {
        if column == 0 { try makeRoom() }
        put(cell)
        column += 1
      }
    }
    try writers[writers.count - 1].writer.check()
  }

  /// Gives the sheets their widths, filters, colours, drop-downs and print set-up; no row may follow.
  package func finish() {
    for part in writers { dress(part.writer, rows: part.rows) }
  }

  private func endRow() {
    let last = writers.count - 1
    writers[last].rows += 1
    if lines > 1 { writers[last].writer.setHeight(lines: lines, row: writers[last].rows) }
    (column, lines) = (0, 1)
  }

  private func makeRoom() throws(ByteStreamError) {
    let last = writers[writers.count - 1]
    if last.rows >= rowsInSheet || last.bytes >= Self.bytesInSheet {
      try last.writer.check()
      try addSheet()
    }
  }

  private func addSheet() throws(ByteStreamError) {
    let number = writers.count + 1
    let writer = try book.addSheet(number == 1 ? name : "\(name) \(number)")
    for (place, column) in columns.enumerated() {
      writer.write(column.header, row: 0, column: place, column.entry == nil ? .header : .entryHeader)
    }
    writers.append(Part(writer: writer))
  }

  private func put(_ cell: SheetCell) {
    switch cell {
    case .blank, .endOfRow: break
    case .text(let text): put(CellText(text))
    case .whole(let number):
      guard let value = SheetNumber.exact(number) else { return put(String(number)) }
      put(value, .whole, width: Double(String(number).utf8.count) * 1.3)
    case .amount(let digits):
      let text = String(decoding: digits, as: UTF8.self)
      guard let value = SheetNumber.exact(text) else { return put(text) }
      let decimals = text.split(separator: ".").dropFirst().first?.utf8.count ?? 0
      put(value, decimals > 2 ? .longAmount : .amount, width: Double(digits.count) * 1.3)
    case .day(let day): put(SheetNumber.serial(ofDay: day), .day, width: 10)
    }
  }

  private func put(_ text: String) { put(CellText(Array(text.utf8)[...])) }

  private func put(_ text: CellText) {
    let most = columns[column].isLong ? Self.long : Self.wide
    widths[column] = max(widths[column], min(most, text.width))
    lines = max(lines, min(Self.mostLines, text.lines(inWidth: most)))
    let last = writers.count - 1
    let style: CellStyle = text.lines(inWidth: most) > 1 ? .wrapped : .text
    writers[last].writer.write(text, row: writers[last].rows + 1, column: column, style)
    // Characters that XML escapes take up to six bytes.
    writers[last].bytes += 80 + text.bytes.count + text.bytes.count(where: Self.isEscaped) * 5
  }

  private func put(_ value: Double, _ style: CellStyle, width: Double) {
    widths[column] = max(widths[column], width)
    let last = writers.count - 1
    writers[last].writer.write(value, row: writers[last].rows + 1, column: column, style)
    writers[last].bytes += 80
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }

  private func dress(_ writer: SheetWriter, rows: Int) {
    for place in columns.indices { writer.setWidth(max(Self.narrow, widths[place] + 1.5), column: place) }
    writer.holdHeader(columns: heldColumns)
    writer.filter(rows: rows, columns: columns.count)
    writer.setPaper(pagesWide: Int((widths.reduce(0, +) / Self.widthOfPaper).rounded(.up)))
    guard rows > 0 else { return }
    writer.expectNumbersAsText(rows: rows, columns: columns.count)
    for (place, column) in columns.enumerated() {
      for (text, color) in column.colors { writer.color(text, color, column: place, rows: rows) }
      if let entry = column.entry { writer.accept(entry, title: column.header, column: place, rows: rows) }
    }
  }
}
