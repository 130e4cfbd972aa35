import Testing

@testable import Workbook

/// Workbooks that are damaged, or made to harm: each ends with its own problem.
@Suite(.timeLimit(.minutes(15))) struct HostileWorkbookTests {
  private let sheet = "xl/worksheets/sheet1.xml"
  private let usual = Made(rows: "<row><c><v>1</v></c></row>")

  @Test("A workbook cut at any byte of its directory, or of no bytes, has no directory")
  func cut() throws {
    let bytes = usual.archive.bytes
    for count in [0, 1, 4, 30, bytes.count / 2, bytes.count - 30, bytes.count - 5] {
      #expect(try Made.problem(of: Array(bytes[..<count])) == .damagedArchive, "\(count) bytes")
    }
  }

  @Test("A changed byte, a wrong checksum and a wrong length are damage")
  func damaged() throws {
    #expect(try usual.changing(sheet) { $0.saidChecksum = 1 }.problem() == .damagedPart(sheet))
    #expect(try usual.changing(sheet) { $0.saidLength = 7 }.problem() != nil)
    #expect(try usual.changing(sheet) { $0.saidLength = $0.content.count + 9 }.problem() != nil)
    #expect(try usual.changing(sheet) { $0.method = 8 }.problem() == .damagedPart(sheet))
  }

  @Test("What is stored in a way that is not read is named")
  func otherStorage() throws {
    #expect(try usual.changing(sheet) { $0.flags = 1 }.problem() == .encryptedPart(sheet))
    #expect(try usual.changing(sheet) { $0.method = 14 }.problem() == .unknownCompression(part: sheet, method: 14))
  }

  @Test("A part that unpacks to more than honest content is refused before it is unpacked")
  func bombs() throws {
    let bomb = usual.changing(sheet) { ($0.method, $0.saidLength) = (8, 1 << 30) }
    guard case .bomb(sheet, let ratio)? = try bomb.problem() else {
      Issue.record("no bomb was seen")
      return
    }
    #expect(ratio > WorkbookLimits.ratio)
    let list = usual.changing("xl/workbook.xml") { ($0.method, $0.saidLength) = (8, 65 << 20) }
    #expect(try list.problem() == .partTooLarge(part: "xl/workbook.xml", limit: WorkbookLimits.smallPartBytes))
  }

  @Test("An archive that was written without going back is read, its checksums compared")
  func lengthsBehindParts() throws {
    var made = usual
    made.archive.hasDescriptors = true
    #expect(try made.rows() == ["A1=1"])
    #expect(try made.changing(sheet) { $0.saidChecksum = 1 }.problem() == .damagedPart(sheet))
  }

  @Test("A part of the form beyond 4 GiB is named")
  func largeForm() throws {
    var made = usual
    made.archive.isLarge = true
    #expect(try made.problem() == .largeForm("_rels/.rels"))
  }

  @Test("Targets outside of the archive are not followed", arguments: ["../../../../etc/hostname", "/etc/hostname"])
  func paths(_ target: String) throws {
    let made = usual.with("xl/_rels/workbook.xml.rels", Made.relationships([("r1", "worksheet", target)]))
    let problem = try made.problem()
    #expect(problem == .noSheet || problem == .missingPart("etc/hostname"))
  }

  @Test("A part of an archive that names a place of the disk is a name and nothing else")
  func namedLikeAPath() throws {
    var made = usual
    made.archive.parts.append(.init("../../../tmp/evil", "x"))
    made.archive.parts.append(.init("/etc/passwd", "x"))
    #expect(try made.rows() == ["A1=1"])
  }

  @Test(
    "Entities are never declared, inside or outside",
    arguments: [
      "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "<!DOCTYPE w SYSTEM \"file:///etc/hostname\">",
      "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
    ])
  func entities(_ type: String) throws {
    let content = type + Made.sheet("<row><c t=\"str\"><v>&a;</v></c></row>")
    #expect(try usual.with(sheet, content).problem() == .documentType(part: sheet, line: 1))
  }

  @Test("XML that is not well formed is named with its line")
  func malformed() throws {
    guard case .malformed(sheet, 2, _)? = try usual.with(sheet, "<worksheet>\n</sheet>").problem() else {
      Issue.record("not seen")
      return
    }
    guard case .malformed? = try usual.with(sheet, "<worksheet><sheetData>").problem() else {
      Issue.record("a part that ends too early")
      return
    }
  }

  @Test("Depth, and the length of a tag, a cell and a table, have their limits")
  func limits() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try usual.with(sheet, deep).problem() == .tooDeep(part: sheet, line: 1))
    let long = "<worksheet a=\"" + String(repeating: "a", count: WorkbookLimits.tagBytes * 2)
    #expect(try usual.with(sheet, long).problem() == .tagTooLong(part: sheet, line: 1))
    let cell = Made(rows: "<row r=\"3\"><c><v>12345678901</v></c></row>")
    #expect(try cell.problem(maxFieldBytes: 10) == .textTooLong(place: "cell A3", limit: 10))
    #expect(try cell.problem(maxFieldBytes: 11) == nil)
  }

  @Test("The table of texts ends at its limits, and not one text or byte before")
  func tableOfTexts() throws {
    func read(_ texts: SharedTexts) throws {
      let driver = XMLDriver(part: "t", handler: texts)
      try driver.parse(Array("<sst><si><t>abc</t></si><si><t>de</t></si></sst>".utf8))
      try driver.parse([])
    }
    let texts = SharedTexts(byteLimit: 5, countLimit: 2)
    try read(texts)
    #expect(texts.count == 2)
    #expect(throws: WorkbookProblem.tooManyTexts) { try read(SharedTexts(byteLimit: 4, countLimit: 2)) }
    #expect(throws: WorkbookProblem.tooManyTexts) { try read(SharedTexts(byteLimit: 5, countLimit: 1)) }
  }

  @Test(
    "Rows and columns end where a sheet ends",
    arguments: [
      ("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", nil),
      ("<row r=\"1048577\"><c><v>1</v></c></row>", .rowOutOfRange("1048577")),
      ("<row r=\"99999999999999999999\"><c><v>1</v></c></row>", .rowOutOfRange("99999999999999999999")),
      ("<row r=\"0\"/>", .rowOutOfRange("0")), ("<row r=\"-1\"/>", .rowOutOfRange("-1")),
      ("<row><c r=\"XFE1\"/></row>", .badReference("XFE1", row: 1)),
      ("<row><c r=\"7\"/></row>", .badReference("7", row: 1)),
      ("<row>\(String(repeating: "<c><v>1</v></c>", count: 20_000))</row>", .badReference("XFE1", row: 1)),
      ("<row><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>", .repeatedCell("B1")),
      ("<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>", .rowOutOfOrder(3)),
      ("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>", .rowOutOfOrder(2)),
      ("<row><c t=\"s\"><v>4</v></c></row>", .unknownText(cell: "A1", number: "4")),
      ("<row><c t=\"s\"><v>-1</v></c></row>", .unknownText(cell: "A1", number: "-1")),
    ] as [(String, WorkbookProblem?)])
  func places(_ rows: String, _ problem: WorkbookProblem?) throws {
    #expect(try Made(rows: rows).problem() == problem)
  }

  @Test("Missing parts: of texts and styles none is needed, of sheets each")
  func missing() throws {
    #expect(try usual.with("xl/styles.xml", nil).with("xl/sharedStrings.xml", nil).rows() == ["A1=1"])
    #expect(try usual.with("_rels/.rels", nil).rows() == ["A1=1"])
    #expect(try usual.with(sheet, nil).problem() == .missingPart(sheet))
    #expect(try usual.with("xl/workbook.xml", nil).problem() == .missingPart("xl/workbook.xml"))
    #expect(try usual.with("xl/_rels/workbook.xml.rels", nil).problem() == .noSheet)
    var twice = usual
    twice.archive.parts.append(.init("XL/worksheets/Sheet1.xml", Made.sheet("")))
    guard case .duplicatePart? = try twice.problem() else {
      Issue.record("a part that stands twice")
      return
    }
  }

  @Test("Other archives are named")
  func otherKinds() throws {
    for (name, word) in [
      ("xl/workbook.bin", "xlsb"), ("word/document.xml", "without sheets"), ("mar.csv", "a zip archive"),
    ] {
      let problem = try Made.problem(of: Archive(parts: [.init(name, "x")]).bytes)
      #expect(problem?.sentence.contains(word) == true, "\(name)")
    }
    let ods = Archive(parts: [.init("mimetype", "x"), .init("content.xml", "x")])
    #expect(try Made.problem(of: ods.bytes)?.sentence.contains(".ods") == true)
  }
}
