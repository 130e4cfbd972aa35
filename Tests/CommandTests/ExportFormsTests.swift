import Foundation
import Testing

/// Forms that exports come in (input section 1): what stands around the rows, and how their letters are stored.
@Suite(.timeLimit(.minutes(2)))
struct ExportFormsTests {
  @Test func linesAboveTheHeaderArePassedOver() async throws {
    let table = try await findings(from: Data(("Report run 1/5/2026 09:00\nUnit: infusion\n\n" + Exports.mar).utf8))
    #expect(table == (try await usual()))
  }

  @Test func blankLinesAndAMissingLineEndDoNotMatter() async throws {
    let text = Exports.mar.replacing("\nE2", with: "\n\n\nE2").dropLast()
    #expect(try await findings(from: Data(text.utf8)) == (try await usual()))
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
    withKnownIssue("UTF-16 is read byte by byte: no header is understood (IN-03)") {
      #expect(outcome.exitCode == 0)
      #expect(Table(csv: outcome.output).without(["evidence"]) == usual)
    }
  }

  @Test func windows1252IsReadWithAWarning() async throws {
    let folder = try Exports.folder()
    try folder.write(
      try #require(Exports.mar.replacing("PIV L AC", with: "Café").data(using: .windowsCP1252)), to: "mar.csv")
    let outcome = try await Program.run(Exports.reconcile.replacing(" -q", with: ""), in: folder)
    #expect(outcome.exitCode == 0)
    let sites = Table(csv: try folder.text(of: "findings.csv")).column("site", where: "encounter_id", is: "E1")
    withKnownIssue("bytes that are no UTF-8 become U+FFFD, without a warning (IN-03)") {
      #expect(sites == ["Café", "Café"])
      #expect((outcome.output + outcome.errors).contains("1252"))
    }
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
