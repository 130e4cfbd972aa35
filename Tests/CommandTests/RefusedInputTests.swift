import Foundation
import Testing

/// An input that cannot be read: what it holds, how the program ends, what it says.
struct RefusedInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let exitCode: Int32
  /// The file; none is written without a content.
  let content: Data?
  let says: [String]

  init(_ name: String, _ content: Data?, exitCode: Int32 = 65, says: String...) {
    testDescription = name
    self.content = content
    self.exitCode = exitCode
    self.says = says
  }

  init(_ name: String, text: String, says: String...) {
    testDescription = name
    content = Data(text.utf8)
    exitCode = 65
    self.says = says
  }

  static let all = [
    RefusedInput("no file", nil, exitCode: 66, says: "export: no such file"),
    RefusedInput("an empty file", text: "", says: "export:1: the file is empty"),
    RefusedInput(
      "no header that is understood", text: "visit,colour,shape\n1,red,round\n",
      says: "export:1:", "\"colour\", \"shape\"", "drug, route, start",
      "mar:\n  columns:\n", "    route: \"HEADER OF YOUR FILE\""),
    RefusedInput(
      "a needed header twice", text: "csn,route,medication,csn,start\n",
      says: "export:1:", "\"csn\"", "columns 1 and 4", "encounter_id"),
    RefusedInput(
      "a workbook that is cut short",
      Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)) + Data("[Content_Types].xml".utf8),
      says: "export: the workbook is cut short or damaged"),
    RefusedInput(
      "an old workbook", Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), says: "export: this is an old .xls"),
    RefusedInput(
      "a workbook with a password",
      Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 1_016)
        + Data("EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }),
      says: "export: this is a workbook with a password; save it without one"),
    RefusedInput("a zip archive", Data([0x50, 0x4B, 3, 4]) + Data(count: 40), says: "export: this is a zip archive"),
    RefusedInput(
      "UTF-16 without byte order mark", Exports.mar.data(using: .utf16LittleEndian),
      says: "export: this looks like UTF-16 without a byte order mark", "--encoding utf-16le"),
    RefusedInput(
      "UTF-16 of an odd length", ("\u{FEFF}" + Exports.mar).data(using: .utf16LittleEndian)?.dropLast(),
      says: "export: the UTF-16 text ends within a character"),
    RefusedInput("UTF-32", Exports.mar.data(using: .utf32), says: "export: this is UTF-32 text; save it as UTF-8"),
    RefusedInput(
      "a page called .xls", text: "<html>\n<table><tr><th>CSN", says: "export: this is HTML or XML; open it"),
    RefusedInput("JSON", text: "[{\"csn\": \"E1\"}]", says: "export: this is JSON; export the data as CSV"),
    RefusedInput(
      "headers that steer a terminal, of two lines, and one without an end",
      text: "csn,\u{1B}[2Jx,\"Drug\nname\",\(String(repeating: "y", count: 100_000))\n1,2,3,4\n",
      says: "found are: \"csn\", \" [2Jx\", \"Drug name\", \"\(String(repeating: "y", count: 80))…\"; name"),
    RefusedInput("a PDF", text: "%PDF-1.7\n", says: "export: this is a PDF document"),
    RefusedInput("zstd", Data([0x28, 0xB5, 0x2F, 0xFD, 0, 0]), says: "export: this is a zstd-compressed file"),
    RefusedInput("bzip2", Data("BZh9".utf8) + Data([0x31, 0x41, 0x59, 0x26, 0x53, 0x59]), says: "bzip2"),
    RefusedInput(
      "a quote that never closes", text: Exports.mar(adding: #"E4,M9004,,"vancomycin,IV,,2026-01-05 09:00,,"#, "E5,,"),
      says: "export:5: a quoted field opens here and never closes"),
    RefusedInput(
      "a field over the limit",
      text: Exports.mar(adding: "E4,M9004,,\(String(repeating: "v", count: 1 << 20))v,IV,,2026-01-05 09:00,,"),
      says: "export:5: a field that starts here is longer than 1048576 bytes"),
    RefusedInput(
      "dates that contradict each other",
      text: "csn,medication,route,start\nE1,vancomycin,IV,1/25/2026 09:00\nE1,vancomycin,IV,25/1/2026 09:00\n",
      says: "export:3:", "\"start\"", "--date-order mdy", "--date-order dmy"),
  ]
}

/// Files that stop a run (input sections 1 and 6): the exit code, one clear message, and nothing written.
@Suite(.timeLimit(.minutes(15)))
struct RefusedInputTests {
  @Test(arguments: RefusedInput.all)
  func aMARExportThatCannotBeReadStopsTheRun(_ refused: RefusedInput) async throws {
    let folder = try Exports.folder(["findings.csv": Exports.earlier])
    if let content = refused.content { try folder.write(content, to: "export") }
    try await expect(refused, when: "reconcile export --charges charges.csv -o findings.csv", in: folder)
  }

  @Test(arguments: [RefusedInput.all[0], RefusedInput.all[1]] + RefusedInput.all[4...13])
  func aChargeExportThatCannotBeReadStopsTheRun(_ refused: RefusedInput) async throws {
    let folder = try Exports.folder(["findings.csv": Exports.earlier])
    if let content = refused.content { try folder.write(content, to: "export") }
    try await expect(refused, when: "reconcile mar.csv --charges export -o findings.csv", in: folder)
  }

  @Test func aFolderIsNoConfiguration() async throws {
    let folder = try Exports.folder(["settings/site.yaml": "pos: 22\n"])
    let outcome = try await Program.run("derive mar.csv --config settings -o codes.csv", in: folder)
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("settings: this is a folder"))
    #expect(!folder.holds("codes.csv"))
  }

  @Test func aGzipFileThatEndsTooEarly() async throws {
    let whole = try await Gzip.compressed(Data(Exports.mar.utf8))
    try await expect(
      RefusedInput("", whole.dropLast(6), says: "export: the gzip file ends too early"),
      when: "reconcile export --charges charges.csv -o findings.csv", in: try Exports.folder())
  }

  @Test func aGzipFileThatIsDamaged() async throws {
    var damaged = try await Gzip.compressed(Data(Exports.mar.utf8))
    damaged[damaged.count - 6] ^= 0xFF
    try await expect(
      RefusedInput("", damaged, says: "export: the gzip file is damaged"),
      when: "reconcile export --charges charges.csv -o findings.csv", in: try Exports.folder())
  }

  @Test func aGzipFileWithOtherBytesBehindIt() async throws {
    let whole = try await Gzip.compressed(Data(Exports.mar.utf8))
    try await expect(
      RefusedInput("", whole + Data("more".utf8), says: "export: bytes that are not gzip", "byte \(whole.count)"),
      when: "reconcile export --charges charges.csv -o findings.csv", in: try Exports.folder())
  }

  private func expect(_ refused: RefusedInput, when arguments: String, in folder: Folder) async throws {
    if let content = refused.content { try folder.write(content, to: "export") }
    let before = try folder.names()
    let outcome = try await Program.run(arguments, in: folder)
    #expect(outcome.exitCode == refused.exitCode)
    #expect(outcome.output.isEmpty)
    for part in refused.says { #expect(outcome.errors.contains(part), "in: \(outcome.errors.prefix(2_000))") }
    #expect(try folder.names() == before)
    if before.contains("findings.csv") { #expect(try folder.text(of: "findings.csv") == Exports.earlier) }
  }
}
