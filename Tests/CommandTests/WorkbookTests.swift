import Foundation
import Testing

/// Exports as workbooks (input IN-02, IN-20).
// The published workbooks take seconds, and minutes where all tests share two cores.
@Suite(.timeLimit(.minutes(10)))
struct WorkbookTests {
  /// Both exports in one workbook, written by the Python of the machine.
  ///
  /// Dates are date cells, ids are numbers, blank cells are absent. The sheet with the bill is hidden.
  private static let maker = """
    import csv, datetime, sys, zipfile
    from xml.sax.saxutils import escape
    def cell(name, text):
      try:
        days = (datetime.datetime.strptime(text, "%Y-%m-%d %H:%M") - datetime.datetime(1899, 12, 30)).total_seconds() / 86400
        return f'<c r="{name}" s="1"><v>{days!r}</v></c>'
      except ValueError: pass
      if text.isdigit(): return f'<c r="{name}"><v>{text}</v></c>'
      return f'<c r="{name}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ""
    def sheet(file):
      rows = [[cell(chr(65 + c) + str(r), text) for c, text in enumerate(row)] for r, row in enumerate(csv.reader(open(file)), 1)]
      return "<worksheet><sheetData>" + "".join(f'<row r="{r}">{"".join(row)}</row>' for r, row in enumerate(rows, 1)) + "</sheetData></worksheet>"
    R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    def links(*all): return "<Relationships>" + "".join(f'<Relationship Id="r{i}" Type="{R}/{k}" Target="{t}"/>' for i, (k, t) in enumerate(all)) + "</Relationships>"
    with zipfile.ZipFile("both.xlsx", "w", zipfile.ZIP_DEFLATED) as z:
      z.writestr("_rels/.rels", links(("officeDocument", "/xl/workbook.xml")))
      z.writestr("xl/workbook.xml", f'<workbook xmlns:r="{R}"><sheets><sheet name="Bill" state="hidden" r:id="r1"/><sheet name="MAR" r:id="r0"/></sheets></workbook>')
      z.writestr("xl/_rels/workbook.xml.rels", links(("worksheet", "mar.xml"), ("worksheet", "bill.xml"), ("styles", "styles.xml")))
      z.writestr("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>")
      z.writestr("xl/mar.xml", sheet("mar.csv"))
      z.writestr("xl/bill.xml", sheet("charges.csv"))
    """

  private func folder() async throws -> Folder {
    let folder = try Exports.folder(["make.py": Self.maker])
    let made = try await Program.run("", in: folder, shell: "python3 make.py")
    try #require(made.exitCode == 0, "\(made.errors)")
    return folder
  }

  private func findings(_ arguments: String, in folder: Folder) async throws -> String {
    let outcome = try await Program.run("reconcile \(arguments) -o findings.csv -q", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try folder.text(of: "findings.csv")
  }

  @Test func aWorkbookGivesTheFindingsOfItsCSV() async throws {
    let folder = try await folder()
    let usual = try await findings("mar.csv --charges charges.csv", in: folder)
    let found = try await findings("both.xlsx --charges charges.csv", in: folder)
    #expect(found.contains("both.xlsx:2"))
    #expect(found.replacing("both.xlsx", with: "mar.csv") == usual)
    let bill = try await findings("mar.csv --charges both.xlsx --sheet Bill", in: folder)
    #expect(bill.replacing("both.xlsx", with: "charges.csv") == usual)
  }

  @Test func theSummaryNamesTheBytesOfTheWorkbook() async throws {
    let folder = try await folder()
    let outcome = try await Program.run("derive both.xlsx -o codes.csv --summary summary.json -q", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let hash = try await Program.run("", in: folder, shell: "sha256sum both.xlsx").output.prefix(64)
    #expect(hash.count == 64)
    #expect(try folder.text(of: "summary.json").contains(hash))
  }

  @Test func aSheetThatIsNotThereIsNamedWithThoseThatAre() async throws {
    let outcome = try await Program.run("derive both.xlsx --sheet Mar -o codes.csv", in: try await folder())
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("both.xlsx: the workbook has no sheet \"Mar\"; it has \"Bill\", \"MAR\""))
  }

  @Test func aCoverSheetIsNamedWithTheSheetsBehindIt() async throws {
    let folder = try await folder()
    // The bill, no longer hidden, is the first sheet.
    let made = try await Program.run("", in: folder, shell: "sed -i 's/ state=\"hidden\"//' make.py && python3 make.py")
    try #require(made.exitCode == 0, "\(made.errors)")
    let outcome = try await Program.run("derive both.xlsx -o codes.csv", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("both.xlsx (sheet \"Bill\"; --sheet reads \"MAR\"):1: no column is known"))
    let screen = try await Program.run("inspect both.xlsx --sheet MAR", in: folder)
    #expect(screen.output.contains("sheet         MAR; not read: \"Bill\" (--sheet)"), "\(screen.output)")
  }

  @Test(arguments: ["gzip -c both.xlsx > packed && exec \"$0\" \"$@\"", "exec \"$0\" \"$@\" < both.xlsx"])
  func aWorkbookWithinGzipOrOnStandardInputIsRefused(_ shell: String) async throws {
    let input = shell.contains("gzip") ? "packed" : "-"
    let outcome = try await Program.run("derive \(input) -o codes.csv", in: try await folder(), shell: shell)
    #expect(outcome.exitCode == 65)
    let name = input == "-" ? "standard input" : input
    #expect(outcome.errors.contains("\(name): this is an .xlsx workbook; give it as a file of its own"))
  }

  private static let shared = Exports.sampleData.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared")
  private static func isHere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: path).path)
  }

  @Test(
    .enabled(if: isHere("conformance/xlsx"), "../shared/conformance/xlsx is not beside the checkout"),
    .disabled(if: Program.isUnderSanitizer, "the runner gives the program less memory than a sanitizer maps"))
  func publishedWorkbooksAreRead() async throws {
    let script = Exports.sampleData.deletingLastPathComponent().appending(path: "scripts/conformance-xlsx").path
    let outcome = try await Program.run("", in: try Folder(), shell: "INFUSION_CHARGES=\"$0\" '\(script)'")
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("55 passed, 0 failed"))
  }

  @Test(.enabled(if: isHere("real/mar_mimic3_mv_6enc.xlsx"), "../shared/real is not beside the checkout"))
  func aRealExportIsTheSameAsWorkbookAndText() async throws {
    let folder = try Folder()
    let project = Exports.sampleData.deletingLastPathComponent()
    for file in ["mar_mimic3_mv_6enc.csv", "mar_mimic3_mv_6enc.xlsx"] {
      try folder.write(try Data(contentsOf: Self.shared.appending(path: "real/\(file)")), to: file)
    }
    var codes: [String] = []
    for form in ["csv", "xlsx"] {
      let configuration = project.appending(path: "docs/examples/mimic3-mv.yaml").path
      let outcome = try await Program.run(
        ["derive", "mar_mimic3_mv_6enc.\(form)", "--config", configuration, "-o", form, "-q"], in: folder)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      codes.append(try folder.text(of: form))
    }
    #expect(codes[0].contains("mar_mimic3_mv_6enc.csv:2"))
    #expect(codes[1].replacing("_6enc.xlsx", with: "_6enc.csv") == codes[0])
  }
}
