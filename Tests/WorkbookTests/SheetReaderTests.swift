import Testing

@testable import Workbook

@Suite struct SheetReaderTests {
  @Test("Texts: shared, inline, rich, without their reading, and of formulas")
  func texts() throws {
    let made = Made(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v> 1 </v></c><c r="C1" t="s"><v></v></c>\
        <c r="D1" t="inlineStr"><is><r><t>in</t></r><r><rPr/><t>line</t></r><rPh><t>no</t></rPh></is><v>9</v></c>\
        <c r="E1" t="str"><f>A1&amp;B1</f><v>a_x000D_b_x005F_c</v></c><c r="F1" t="s"><v>2</v></c></row>
        """, texts: ["<t>a&lt;b</t><rPh><t>no</t></rPh>", "<r><t>ri</t></r><r><t>ch</t></r><phoneticPr/>", ""])
    #expect(try made.rows() == ["A1=a<b B1=rich D1=inline E1=a\rb_c"])
  }

  @Test("Booleans, errors, numbers, dates, times and durations")
  func values() throws {
    let made = Made(
      rows: """
        <row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><v>27411876</v></c>\
        <c r="D2" s="1"><v>46027.375</v></c><c r="E2" s="2"><v>46027</v></c><c r="F2" s="3"><v>0.5</v></c>\
        <c r="G2" s="4"><v>1.0625</v></c><c r="H2" t="d"><v>2026-01-05T09:00:00</v></c><c r="I2" s="5"><v>123</v></c>\
        <c r="J2" s=""><v>1</v></c><c r="K2" s="99"><v>46027</v></c><c r="L2" s="1"><v>-3</v></c>\
        <c r="M2" t="d"><v>2026-01-05T09:00:00Z</v></c><c r="N2" s="1"><v>soon</v></c></row>
        """, styles: ["m/d/yyyy h:mm", "m/d/yyyy", "h:mm", "[h]:mm", "00000"])
    #expect(
      try made.rows() == [
        """
        A2=TRUE B2=#N/A C2=27411876 D2=2026-01-05 09:00 E2=2026-01-05 F2=12:00 G2=25:30 H2=2026-01-05 09:00 I2=00123 \
        J2=1 K2=46027 L2=-3 M2=2026-01-05T09:00:00Z N2=soon
        """
      ])
  }

  @Test("A formula that was never computed is told from one that comes to nothing, to zero or to an error")
  func formulas() throws {
    let made = Made(
      rows: """
        <row><c><f>A2</f></c><c s="1"><f>B2+1</f><v></v></c><c t="str"><f>C2</f><v></v></c><c><f>D2</f><v>0</v></c>\
        <c t="e"><f>E2</f><v>#REF!</v></c><c><f t="shared" si="0"/><v/></c><c s="1"/></row>
        """, styles: ["m/d/yyyy"])
    #expect(try made.rows() == ["A1=#NOT COMPUTED B1=#NOT COMPUTED D1=0 E1=#REF! F1=#NOT COMPUTED"])
  }

  @Test("The date system of 1904")
  func since1904() throws {
    let made = Made(
      rows: "<row><c s=\"1\"><v>44565.375</v></c></row>", styles: ["yyyy-mm-dd hh:mm"],
      properties: "<workbookPr date1904=\"1\"/>")
    #expect(try made.rows() == ["A1=2026-01-05 09:00"])
  }

  @Test("Places: given or counted on, sparse, in any order; empty rows are left out")
  func places() throws {
    let made = Made(
      rows: """
        <row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r="5"><c r="XFD5"><v>4</v></c></row>\
        <row><c r="C6"><v>6</v></c><c><v>7</v></c><c r="A6"><v>5</v></c></row>
        """)
    #expect(try made.rows() == ["A1=1 C1=3", "XFD5=4", "A6=5 C6=6 D6=7"])
  }

  @Test("Names count and not their prefixes; extensions are no cells")
  func prefixes() throws {
    let rows = """
      <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>x</x:t></x:is></x:c><x:extLst><x:ext><x:row><x:c><x:v>9</x:v>\
      </x:c></x:row></x:ext></x:extLst></x:row>
      """
    let made = Made(rows: "").with(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"\(Made.main)\" xmlns:r=\"\(Made.types)\"><x:sheetData>\(rows)</x:sheetData></x:worksheet>"
    )
    #expect(try made.rows() == ["A1=x"])
  }

  @Test(
    "Parts are found by absolute, odd and escaped targets, in any case",
    arguments: [
      "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml", "worksheets\\sheet1.xml",
      "WORKSHEETS/Sheet1.XML", "worksheets/%73heet1.xml",
    ])
  func targets(_ target: String) throws {
    let made = Made(rows: "<row><c><v>1</v></c></row>").with(
      "xl/_rels/workbook.xml.rels", Made.relationships([("r1", "worksheet", target)]))
    #expect(try made.rows() == ["A1=1"])
  }

  @Test("The first visible sheet is read, or the one that is named, hidden or not; a chart is no sheet")
  func sheets() throws {
    let list = [("Plot", ""), ("Old", "hidden"), ("Secret", "veryHidden"), ("Data", ""), ("More", "visible")]
    let entries = list.enumerated().map {
      "<sheet name=\"\($1.0)\" sheetId=\"\($0)\" r:id=\"r\($0)\"\($1.1.isEmpty ? "" : " state=\"\($1.1)\"")/>"
    }
    var made = Made(rows: "").with(
      "xl/workbook.xml", "<workbook xmlns:r=\"\(Made.types)\"><sheets>\(entries.joined())</sheets></workbook>"
    ).with(
      "xl/_rels/workbook.xml.rels",
      Made.relationships(list.indices.map { ("r\($0)", $0 == 0 ? "chartsheet" : "worksheet", "s\($0).xml") }))
    for index in list.indices { made = made.with("xl/s\(index).xml", Made.sheet("<row><c><v>\(index)</v></c></row>")) }
    #expect(try made.rows() == ["A1=3"])
    #expect(try made.rows(sheet: "Secret") == ["A1=2"])
    #expect(
      try made.problem(sheet: "Plot") == .noSuchSheet(name: "Plot", present: ["Old", "Secret", "Data", "More"]))
  }
}
