#if Workbooks
import ByteStreams
import CXlsxWriter
import Glibc

/// One sheet under way: cells, columns, print set-up.
///
/// Rows and columns count from 0. Cells of a sheet of a table come row by row.
@safe final class SheetWriter {
  let name: String
  private let path: String
  private let formats: CellFormats
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var isOpen = true
  /// Whether the library refused a cell, which it does for want of memory only.
  private var isBroken = false

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, in book: UnsafeMutablePointer<lxw_workbook>, name: String,
    formats: CellFormats, path: String
  ) {
    self.name = name
    self.path = path
    self.formats = formats
    unsafe self.book = book
    unsafe self.sheet = sheet
  }

  /// No call may follow: the library frees the sheet.
  func close() { isOpen = false }

  func write(_ text: CellText, row: Int, column: Int, _ style: CellStyle) {
    precondition(isOpen)
    unsafe text.bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        note(unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text.baseAddress, formats[style]))
      }
    }
  }

  func write(_ text: String, row: Int, column: Int, _ style: CellStyle) {
    write(CellText(Array(text.utf8)[...]), row: row, column: column, style)
  }

  func write(_ number: Double, row: Int, column: Int, _ style: CellStyle) {
    precondition(isOpen)
    note(unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, formats[style]))
  }

  /// - Parameter width: in digits of the default font.
  func setWidth(_ width: Double, column: Int) {
    note(unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
  }

  /// Makes the row under way so many lines high: programs that open a workbook do not all fit rows to wrapped texts.
  func setHeight(lines: Int, row: Int) {
    note(unsafe worksheet_set_row(sheet, UInt32(row), Double(lines) * LXW_DEF_ROW_HEIGHT, nil))
  }

  /// Landscape, with the file's name and page numbers below; `pagesWide` sheets of paper side by side.
  func setPaper(pagesWide: Int) {
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_fit_to_pages(sheet, UInt16(pagesWide), 0)
    unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    note(unsafe worksheet_set_footer(sheet, "&L&F, &A&RPage &P of &N"))
  }

  /// Shows no lines between cells: for a page of figures.
  func hideGrid() { unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  /// The header stays in sight and repeats on paper, with the first columns, which say whose row it is.
  func holdHeader(columns: Int) {
    unsafe worksheet_freeze_panes(sheet, 1, UInt16(columns))
    note(unsafe worksheet_repeat_rows(sheet, 0, 0))
    if columns > 0 { note(unsafe worksheet_repeat_columns(sheet, 0, UInt16(columns - 1))) }
  }

  /// Buttons in the header that sort and filter.
  func filter(rows: Int, columns: Int) {
    note(unsafe worksheet_autofilter(sheet, 0, 0, UInt32(rows), UInt16(columns - 1)))
  }

  /// No green corners on codes and ids, which are meant to be text.
  func expectNumbersAsText(rows: Int, columns: Int) {
    let range = "A1:\(CellReference.name(column: columns - 1, row: rows + 1))"
    note(unsafe worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
  }

  /// Colours the cells of a column, behind the header, whose text is `text`.
  func color(_ text: String, _ color: CellColor, column: Int, rows: Int) {
    unsafe "\"\(text)\"".withCString { value in
      var format = unsafe lxw_conditional_format()
      unsafe format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      unsafe format.value_string = UnsafeMutablePointer(mutating: value)
      unsafe format.format = formats[color]
      note(
        unsafe worksheet_conditional_format_range(sheet, 1, UInt16(column), UInt32(rows), UInt16(column), &format))
    }
  }

  /// What a reader may write in a column, behind the header.
  func accept(_ entry: SheetColumn.Entry, title: String, column: Int, rows: Int) {
    let choices = unsafe entry.choices.map { unsafe strdup($0) } + [nil]
    defer { unsafe choices.forEach { unsafe free($0) } }
    unsafe title.withCString { title in
      unsafe entry.prompt.withCString { prompt in
        unsafe choices.withUnsafeBufferPointer { choices in
          var validation = unsafe lxw_data_validation()
          let kind = entry.choices.isEmpty ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST
          unsafe validation.validate = UInt8(kind.rawValue)
          unsafe validation.input_title = UnsafeMutablePointer(mutating: title)
          unsafe validation.input_message = UnsafeMutablePointer(mutating: prompt)
          if !entry.choices.isEmpty {
            unsafe validation.value_list = UnsafeMutablePointer(mutating: choices.baseAddress)
          }
          note(
            unsafe worksheet_data_validation_range(
              sheet, 1, UInt16(column), UInt32(rows), UInt16(column), &validation))
        }
      }
    }
  }

  /// Puts a chart of values on this sheet with its upper left corner in a cell.
  func insert(_ chart: BarChart, row: Int, column: Int) {
    let drawn = unsafe ChartDrawing.chart(chart, on: name, in: book)
    unsafe chart.description.withCString { description in
      var options = unsafe lxw_chart_options()
      unsafe options.x_scale = Double(BarChart.width) / 480
      unsafe options.y_scale = Double(chart.height) / 288
      unsafe options.description = UnsafeMutablePointer(mutating: description)
      note(unsafe worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), drawn, &options))
    }
  }

  /// Says whether everything so far was written.
  ///
  /// - Throws: `writeFailed`: the library keeps silent of a full disk.
  func check() throws(ByteStreamError) {
    guard !isBroken else { throw .writeFailed(path: path, reason: "out of memory") }
    guard let file = unsafe sheet.pointee.optimize_tmpfile, unsafe ferror(file) != 0 else { return }
    throw .writeFailed(path: path, reason: "no room for its temporary files")
  }

  /// Passes on what waits in memory, and says how many bytes the rows have.
  func flushedBytes() throws(ByteStreamError) -> Int {
    guard let file = unsafe sheet.pointee.optimize_tmpfile else { return 0 }
    guard unsafe fflush(file) == 0 else { throw .writeFailed(path: self.path, reason: systemReason()) }
    try check()
    return unsafe max(0, ftell(file))
  }

  private func note(_ error: lxw_error) { if error != LXW_NO_ERROR { isBroken = true } }
}
#endif
