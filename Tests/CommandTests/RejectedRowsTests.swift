import Foundation
import Testing

/// Rows that cannot be used (input section 6): the run goes on, or does not.
@Suite(.timeLimit(.minutes(15)))
struct RejectedRowsTests {
  /// A row that cannot be read, and what the rejects file says about it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let row: String
    let field: String
    let value: String
    let rule: String
    let problem: String
  }

  static let cases = [
    Case(
      testDescription: "a date that is none", row: "E3,M9003,,ketorolac 30 mg,IM,,soon,,", field: "start",
      value: "soon", rule: "IN-20", problem: "this is no date or time that is understood"),
    Case(
      testDescription: "a negative duration", row: "E3,M9003,,ketorolac 30 mg,IM,,2026-01-05 12:00,,-5",
      field: "duration_min", value: "'-5", rule: "IN-50", problem: "the duration is less than nothing"),
    Case(
      testDescription: "a route that nobody knows", row: "E3,M9003,,ketorolac 30 mg,sideways,,2026-01-05 12:00,,",
      field: "route", value: "sideways", rule: "IN-50", problem: "it is not known which route this is"),
    Case(
      testDescription: "a row cut short", row: "E3,M9003,,ketorolac 30 mg", field: "", value: "4", rule: "IN-06",
      problem: "the record has 4 fields where the header has 9"),
    Case(
      testDescription: "a year out of range", row: "E3,M9003,,ketorolac 30 mg,IM,,2126-01-05 12:00,,", field: "start",
      value: "2126-01-05 12:00", rule: "IN-25", problem: ""),
  ]

  @Test(arguments: cases)
  func aRejectedRowIsWrittenWithItsRemedyAndTheRunGoesOn(_ given: Case) async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: given.row)])
    let outcome = try await Program.run(Exports.reconcile + " --rejects rejects.csv --max-rejects 1", in: folder)
    #expect(outcome.exitCode == 0)
    let table = try Table(csv: folder.text(of: "rejects.csv"))
    #expect(table.header == ["file", "line", "row", "field", "value", "rule", "problem", "fix", "record"])
    let reject = try #require(table.rows.first)
    #expect(table.rows.count == 1)
    #expect(Array(reject[0..<6]) == ["mar.csv", "5", "4", given.field, given.value, given.rule])
    #expect(given.problem.isEmpty ? !reject[6].isEmpty : reject[6] == given.problem)
    #expect(!reject[7].isEmpty)
    #expect(reject[8] == given.row)
    let findings = try Table(csv: folder.text(of: "findings.csv"))
    #expect(findings.column("review", where: "encounter_id", is: "E3") == ["yes"])
    #expect(findings.column("review", where: "encounter_id", is: "E2") == [""])
  }

  @Test func moreThanTenPercentRejectedStopsTheRunAndLeavesTheEarlierNight() async throws {
    let folder = try Exports.folder(
      ["mar.csv": Exports.mar(adding: unreadableRow), "findings.csv": Exports.earlier, "rejects.csv": Exports.earlier])
    let before = try folder.names()
    let outcome = try await Program.run(
      Exports.reconcile + " --rejects rejects.csv --encounters encounters.csv --summary summary.json", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("1 of 4 rows were rejected, more than --max-rejects 10%"))
    #expect(outcome.errors.contains("mar.csv:5:"))
    #expect(try folder.names() == before)
    #expect(try folder.text(of: "findings.csv") == Exports.earlier)
    #expect(try folder.text(of: "rejects.csv") == Exports.earlier)
  }

  @Test(arguments: [("25%", 0), ("24.99%", 65), ("1", 0), ("0", 65)])
  func rejectedRowsAreCountedAgainstTheLimit(_ limit: String, exitCode: Int32) async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: unreadableRow)])
    let outcome = try await Program.run(Exports.reconcile + " --max-rejects \(limit)", in: folder)
    #expect(outcome.exitCode == exitCode)
    #expect(folder.holds("findings.csv") == (exitCode == 0))
  }

  @Test func aRejectedRowEndsAStrictRunWith4AfterWritingAll() async throws {
    let folder = try Exports.folder(["mar.csv": Exports.mar(adding: unreadableRow)])
    let outcome = try await Program.run(Exports.reconcile + " --strict --max-rejects 1", in: folder)
    #expect(outcome.exitCode == 4)
    #expect(folder.holds("findings.csv"))
    let clean = try await Program.run(Exports.reconcile + " --strict", in: try Exports.folder())
    #expect(clean.exitCode == 0)
  }

  @Test func noRejectedRowMakesNoFile() async throws {
    let folder = try Exports.folder()
    let outcome = try await Program.run(Exports.reconcile + " --rejects rejects.csv", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(folder.holds("findings.csv"))
    #expect(!folder.holds("rejects.csv"))
  }

  @Test func anEarlierNightsRejectsDoNotStandBesideACleanNight() async throws {
    let folder = try Exports.folder(["rejects.csv": Exports.earlier])
    let outcome = try await Program.run(Exports.reconcile + " --rejects rejects.csv", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(folder.holds("findings.csv"))
    #expect(!folder.holds("rejects.csv"))
  }

  @Test(arguments: [
    ["E1,96365,9223372036854775807", "E1,96365,9223372036854775807"],
    ["E1,96365,9223372036854775807", "E2,96365,9223372036854775807"], ["E1,96365,-9223372036854775808"],
  ])
  func unitsBeyondAllReasonDoNotEndTheNight(_ lines: [String]) async throws {
    let folder = try Exports.folder()
    try folder.write(
      "csn,cpt,units,dos\n" + lines.map { $0 + ",2026-01-05\n" }.joined(), to: "charges.csv")
    let outcome = try await Program.run(Exports.reconcile + " --max-rejects 2", in: folder)
    #expect(outcome.exitCode == 0)
    #expect(folder.holds("findings.csv"))
  }

  private var unreadableRow: String { Self.cases[0].row }
}
