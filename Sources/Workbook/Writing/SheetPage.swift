import ByteStreams

/// A sheet of figures for a reader, written line by line, with charts at its side.
package final class SheetPage {
  private let writer: SheetWriter
  private var row = 0
  private var widths: [Double] = []

  package init(_ name: String, in book: WorkbookWriter) throws(ByteStreamError) {
    writer = try book.addSheet(name, isPage: true)
  }

  /// The row that the next line has, from 0.
  package var nextRow: Int { row }

  package func title(_ text: String) { line { writer.write(text, row: row, column: 0, .title) } }

  /// A heading; what stands behind the first text heads columns of numbers.
  package func heading(_ texts: String...) {
    line {
      for (place, text) in texts.enumerated() { put(text, column: place, place == 0 ? .heading : .numberHeading) }
    }
  }

  package func skip() { row += 1 }

  /// A label and a whole number.
  package func figure(_ label: String, _ number: Int) { figures(label, [number]) }

  /// A label and whole numbers beside it.
  package func figures(_ label: String, _ numbers: [Int]) {
    line {
      put(label, column: 0, .label)
      for (place, number) in numbers.enumerated() {
        guard let value = SheetNumber.exact(number) else { continue }
        writer.write(value, row: row, column: place + 1, .figure)
      }
    }
  }

  /// A label and amounts of money; each is digits with a point.
  package func amounts(_ label: String, _ amounts: [String]) {
    line {
      put(label, column: 0, .label)
      for (place, amount) in amounts.enumerated() {
        guard let value = SheetNumber.exact(amount) else { put(amount, column: place + 1, .text); continue }
        note(Double(amount.utf8.count) * 1.3, column: place + 1)
        writer.write(value, row: row, column: place + 1, .sum)
      }
    }
  }

  /// A label and texts beside it.
  package func texts(_ label: String, _ texts: [String]) {
    line {
      put(label, column: 0, .label)
      for (place, text) in texts.enumerated() { writer.write(text, row: row, column: place + 1, .text) }
    }
  }

  /// A sentence that may run over the columns to its right.
  package func sentence(_ text: String) { line { writer.write(text, row: row, column: 0, .label) } }

  /// - Parameter column: where its left side is, from 0.
  package func chart(_ chart: BarChart, row: Int, column: Int) { writer.insert(chart, row: row, column: column) }

  /// Gives the sheet its widths and print set-up; nothing may follow.
  package func finish() {
    for (column, width) in widths.enumerated() { writer.setWidth(max(12, width + 2), column: column) }
    writer.hideGrid()
    writer.setPaper(pagesWide: 1)
  }

  private func line(_ body: () -> Void) {
    body()
    row += 1
  }

  private func put(_ text: String, column: Int, _ style: CellStyle) {
    note(TextWidth.of(text) * (style == .label || style == .text ? 1 : 1.2), column: column)
    writer.write(text, row: row, column: column, style)
  }

  private func note(_ width: Double, column: Int) {
    while widths.count <= column { widths.append(0) }
    widths[column] = max(widths[column], width)
  }
}
