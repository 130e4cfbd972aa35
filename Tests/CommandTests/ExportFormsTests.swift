import Foundation
import Testing

/// Forms that exports come in (input section 1): what stands around the rows, and how their letters are stored.
@Suite(.timeLimit(.minutes(15)))
struct ExportFormsTests {
  @Test func linesAboveTheHeaderArePassedOver() async throws {
    let table = try await findings(from: Data(("Report run 1/5/2026 09:00\nUnit: infusion\n\n" + Exports.mar).utf8))
    #expect(table == (try await usual()))
  }

  @Test func blankLinesAndAMissingLineEndDoNotMatter() async throws {
    let text = Exports.mar.replacing("\nE2", with: "\n\n\nE2").dropLast()
    #expect(try await findings(from: Data(text.utf8)) == (try await usual()))
  }

  @Test(arguments: [
    ("CR line ends", "\n", "\r"), ("CRLF line ends", "\n", "\r\n"),
    ("a spreadsheet's separator line", "csn,mrn", "sep=,\ncsn,mrn"),
    ("spaces around cells", ",IV,", " , IV ,"), ("quotes around cells", ",IV,", ",\"IV\","),
    ("cells that a spreadsheet keeps as text", "E1,M9001", "=\"E1\",\"=\"\"M9001\"\"\""),
    ("a header that is such a cell", "csn,", "\"=\"\"csn\"\"\","),
  ])
  func theSameRowsInAnotherDialectAreTheSame(_ name: String, _ usual: String, _ other: String) async throws {
    let table = try await findings(from: Data(Exports.mar.replacing(usual, with: other).utf8))
    #expect(table == (try await self.usual()), "\(name)")
  }

  @Test func aRowWithAnAddedDelimiterIsRejectedAndShiftsNothing() async throws {
    let folder = try Exports.folder([
      "mar.csv": Exports.mar(adding: "E4,M9004,Test, Zz-Delta,vancomycin,IV,,2026-01-05 09:00,2026-01-05 10:00,")
    ])
    let outcome = try await Program.run(Exports.reconcile + " --rejects rejects.csv --max-rejects 1", in: folder)
    #expect(outcome.exitCode == 0)
    let rejects = Table(csv: try folder.text(of: "rejects.csv"))
    #expect(rejects.column("line", where: "rule", is: "IN-06") == ["5"])
    #expect(try folder.text(of: "findings.csv").contains("E4") == false)
  }

  @Test func aLineOfTotalsIsARejectedRow() async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: "Total rows: 3")])
    let outcome = try await Program.run(Exports.reconcile + " --rejects rejects.csv --max-rejects 1", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(Table(csv: try folder.text(of: "rejects.csv")).rows.map { $0[1] } == ["5"])
  }

  @Test func aRowThatStandsInTwoFilesCountsOnce() async throws {
    let folder = try Exports.folder(["again.csv": Exports.mar + "\n"])
    _ = try await Program.run(Exports.reconcile, in: folder)
    let once = try folder.text(of: "findings.csv")
    let outcome = try await Program.run(
      "reconcile mar.csv again.csv --charges charges.csv -o findings.csv", in: folder)
    #expect(outcome.output.contains("6 rows read = 3 used + 3 excluded + 0 rejected"))
    #expect(try folder.text(of: "findings.csv") == once)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16WithAByteOrderMarkIsRead(_ encoding: String.Encoding) async throws {
    let folder = try Exports.folder()
    try folder.write(try #require(("\u{FEFF}" + Exports.mar).data(using: encoding)), to: "mar.csv")
    let outcome = try await Program.run("reconcile mar.csv --charges charges.csv -o -", in: folder)
    let usual = try await usual()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(Table(csv: outcome.output).without(["evidence"]) == usual)
  }

  @Test func windows1252IsReadWithAWarning() async throws {
    let folder = try Exports.folder()
    try folder.write(
      try #require(Exports.mar.replacing("PIV L AC", with: "Café").data(using: .windowsCP1252)), to: "mar.csv")
    let outcome = try await Program.run(Exports.reconcile.replacing(" -q", with: ""), in: folder)
    #expect(outcome.exitCode == 0)
    let sites = Table(csv: try folder.text(of: "findings.csv")).column("site", where: "encounter_id", is: "E1")
    #expect(sites == ["Café", "Café"])
    #expect(
      (outcome.output + outcome.errors).contains("ENCODING: mar.csv:2 is no UTF-8; the file is read as Windows-1252"))
  }

  /// What is no character of the encoding costs its row and not the run (input IN-03, IN-50).
  @Test(arguments: [
    ("no UTF-8", "--encoding utf-8", [UInt8(0xE9)]), ("a NUL", "", [0]), ("a gap of Windows-1252", "", [0xE9, 0x81]),
  ])
  func aRowThatIsNoTextIsRejected(_ name: String, _ option: String, _ bytes: [UInt8]) async throws {
    let folder = try Exports.folder()
    try folder.write(
      Data(Exports.mar(adding: "E1,M9001,,vancomycin,IV,Caf").utf8.dropLast()) + bytes
        + Data(",2026-01-05 09:00,,\n".utf8), to: "mar.csv")
    let outcome = try await Program.run(
      Exports.reconcile + " --rejects rejects.csv --max-rejects 1 \(option)", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rejects = Table(csv: try folder.text(of: "rejects.csv"))
    #expect(rejects.column("line", where: "rule", is: "IN-03") == ["5"], "\(name)")
    #expect(rejects.rows.count == 1)
  }

  @Test func theLineIsNamedFromWhichAFileIsWindows1252() async throws {
    let folder = try Exports.folder()
    let text = try #require(Exports.mar.data(using: .windowsCP1252))
    // The report's line is UTF-8 and stays so; the bed of the last row is not.
    try folder.write(
      Data("Größe\r\n".utf8) + text + Data("E9,M9009,,vancomycin,IV,\"bed\r\n".utf8) + Data([0xE9])
        + Data("\",2026-01-05 09:00,2026-01-05 10:00,\n".utf8), to: "mar.csv")
    let outcome = try await Program.run(Exports.reconcile.replacing(" -q", with: ""), in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("ENCODING: mar.csv:7 is no UTF-8"), "\(outcome.output)")
  }

  /// A night on which nothing was given is a success (input IN-53).
  @Test func aHeaderAloneIsASuccessWithEmptyResultsAndAWarning() async throws {
    let folder = try Self.headersAlone()
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o findings.csv --encounters encounters.csv", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("mar.csv has no rows below its header"))
    let findings = Table(csv: try folder.text(of: "findings.csv"))
    #expect(findings.header.first == "encounter_id")
    #expect(findings.rows.isEmpty)
    #expect(Table(csv: try folder.text(of: "encounters.csv")).rows.isEmpty)
  }

  @Test func aHeaderAloneIsWarnedOfAlsoWhereFindingsGoToStandardOutput() async throws {
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o -", in: try Self.headersAlone())
    #expect(outcome.exitCode == 0)
    #expect(Table(csv: outcome.output).rows.isEmpty)
    #expect(outcome.errors.contains("mar.csv has no rows"))
  }

  private static func headersAlone() throws -> Folder {
    try Exports.folder([
      "mar.csv": String(Exports.mar.prefix { $0 != "\n" }) + "\n",
      "charges.csv": String(Exports.charges.prefix { $0 != "\n" }) + "\n",
    ])
  }

  private func usual() async throws -> Table { try await findings(from: Data(Exports.mar.utf8)) }

  /// The findings without where they were read.
  private func findings(from mar: Data) async throws -> Table {
    let folder = try Exports.folder()
    try folder.write(mar, to: "mar.csv")
    let outcome = try await Program.run(Exports.reconcile, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return Table(csv: try folder.text(of: "findings.csv")).without(["evidence"])
  }
}
