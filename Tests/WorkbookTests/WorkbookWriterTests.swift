import Foundation
import Testing

@testable import Workbook

@Suite struct WorkbookWriterTests {
  private static let columns = ["id", "day", "units", "amount", "reason"].map { SheetColumn($0) }

  private func rows(_ count: Int, id: String = "00123456789012345678") -> SheetRows {
    var rows = SheetRows()
    for number in 0..<count {
      rows.text(id)
      rows.day(20_458 + number)
      rows.whole(-number)
      rows.amount("8.95")
      rows.text("=1+1")
      rows.endRow()
    }
    return rows
  }

  @Test("Cells come back as they were: ids as texts, days, numbers, and formulas of others as texts")
  func cells() throws {
    let written = try Written()
    let table = try SheetTable("Findings", of: Self.columns, in: written.book)
    try table.put(rows(1))
    try table.put(rows(1, id: ""))
    table.finish()
    try written.book.finish()
    #expect(
      try written.sheets()["Findings"] == [
        "A1=id", "B1=day", "C1=units", "D1=amount", "E1=reason",
        "A2=00123456789012345678", "B2=2026-01-05", "C2=0", "D2=8.95", "E2==1+1",
        "B3=2026-01-05", "C3=0", "D3=8.95", "E3==1+1",
      ])
  }

  @Test("A table that one sheet cannot hold goes on, header and all, on further ones")
  func split() throws {
    let written = try Written()
    let page = try SheetPage("Summary", in: written.book)
    let table = try SheetTable("Findings", of: Self.columns, in: written.book, rowsInSheet: 2)
    try table.put(rows(3))
    try table.put(rows(2))
    table.finish()
    page.title("Filled in last")
    page.finish()
    try written.book.finish()
    #expect(table.sheets.map(\.name) == ["Findings", "Findings 2", "Findings 3"])
    #expect(table.sheets.map(\.rows) == [2, 2, 1])
    let sheets = try written.sheets()
    #expect(sheets["Summary"] == ["A1=Filled in last"])
    #expect(sheets["Findings 2"]?.filter { $0.hasPrefix("B") } == ["B1=day", "B2=2026-01-07", "B3=2026-01-05"])
    #expect(sheets["Findings 3"]?.filter { $0.hasPrefix("C") } == ["C1=units", "C2=-1"])
  }

  @Test("The same content is the same bytes")
  func sameBytes() throws {
    let written = [try Written(), try Written()]
    for one in written {
      let page = try SheetPage("Summary", in: one.book)
      let table = try SheetTable("Findings", of: Self.columns, in: one.book)
      try table.put(rows(100))
      table.finish()
      page.figure("Findings", 100)
      page.chart(
        BarChart(
          title: "t", description: "d", rows: 0..<1, names: 0, series: [.init("s", column: 1, color: 1)],
          numberFormat: "0"), row: 1, column: 3)
      page.finish()
      try one.book.finish()
    }
    #expect(try written[0].bytes == written[1].bytes)
  }

  @Test("A sheet that lost its end, or rows, is told from a whole one")
  func whole() throws {
    let written = try Written()
    let table = try SheetTable("Findings", of: Self.columns, in: written.book)
    try table.put(rows(1_000))
    table.finish()
    try written.book.finish()
    #expect(WrittenWorkbook.isWhole(written.path, rowBytes: [100_000]))
    #expect(!WrittenWorkbook.isWhole(written.path, rowBytes: [100_000_000]))
    #expect(!WrittenWorkbook.isWhole(written.path, rowBytes: [1, 1]))
    var cut = Archive(parts: [.init("xl/workbook.xml", "<workbook/>")])
    cut.parts.append(.init("xl/worksheets/sheet1.xml", "<worksheet><sheetData></sheetData></worksheet>"))
    try #expect(isWhole(cut))
    cut.parts[1] = .init("xl/worksheets/sheet1.xml", "<worksheet><sheetData>")
    try #expect(!isWhole(cut))
  }

  private func isWhole(_ archive: Archive) throws -> Bool {
    let written = try Written()
    try Data(archive.bytes).write(to: URL(filePath: written.path))
    return WrittenWorkbook.isWhole(written.path, rowBytes: [1])
  }
}

@Suite struct CellTextTests {
  @Test(
    "What XML cannot carry is replaced, what would be an escape is escaped",
    arguments: [
      ("plain", "plain"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\tb", "a\tb"), ("\0=1+1", "␀=1+1"), ("\u{1}", "␁"),
      ("\u{7F}", "␡"), ("_x0041_", "_x005F_x0041_"), ("_xyz_", "_xyz_"), ("a_x00g1_", "a_x00g1_"),
      ("\u{FFFE}a\u{FFFF}", "\u{FFFD}a\u{FFFD}"), ("＝1", "＝1"), ("<script>&\"'", "<script>&\"'"), ("", ""),
    ])
  func text(_ given: String, _ cell: String) {
    #expect(String(decoding: CellText(Array(given.utf8)[...]).bytes.dropLast(), as: UTF8.self) == cell)
  }

  @Test("A text at the limit stays whole; one beyond it is cut and says so")
  func limit() {
    let fitting = String(repeating: "é", count: CellText.limit)
    #expect(text(fitting) == fitting)
    let cut = text(fitting + "é")
    #expect(cut.utf16.count == CellText.limit && cut.hasSuffix("é … (cut)"))
    // A character of two units is not torn.
    let wide = text(String(repeating: "😀", count: CellText.limit))
    #expect(wide.utf16.count <= CellText.limit && wide.hasSuffix("😀 … (cut)"))
    #expect(text(String(repeating: "\0", count: CellText.limit + 1)).hasSuffix("␀ … (cut)"))
  }

  private func text(_ given: String) -> String {
    String(decoding: CellText(Array(given.utf8)[...]).bytes.dropLast(), as: UTF8.self)
  }

  @Test(
    "A cell shows the digits of an exact decimal, or has it as text",
    arguments: [
      ("8.95", 8.95), ("0.00", 0), ("-217.31", -217.31), ("1234567890123.45", 1_234_567_890_123.45),
      ("0.000000000000001", 1e-15), ("12345678901234.56", nil), ("1234567890.123456", nil),
    ] as [(String, Double?)])
  func number(_ decimal: String, _ value: Double?) {
    #expect(SheetNumber.exact(decimal) == value)
  }

  @Test("Days are counted as spreadsheets count them")
  func days() {
    #expect(SheetNumber.serial(ofDay: 20_458) == 46_027)
    #expect(SheetNumber.serial(ofDay: SheetRows.days.lowerBound) == 61)
    #expect(SheetNumber.serial(ofDay: SheetRows.days.upperBound) == 2_958_465)
  }
}
