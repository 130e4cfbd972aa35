import Foundation
import Testing

/// Messages hold no patient data (output OUT-06).
@Suite(.timeLimit(.minutes(15)))
struct PrivacyTests {
  /// An export made of the small MAR with its names and numbers, and how a run over it ends.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mar: String
    let exitCode: Int32
  }

  static let cases = [
    Case(testDescription: "as it is", mar: Exports.mar, exitCode: 0),
    Case(testDescription: "unreadable dates", mar: Exports.mar.replacing("2026-01-05", with: "Zz-day"), exitCode: 65),
    Case(testDescription: "unknown routes", mar: Exports.mar.replacing(",IV,", with: ",M9001,"), exitCode: 65),
    Case(testDescription: "rows cut short", mar: Exports.mar.replacing(",,\n", with: "\n"), exitCode: 65),
    Case(
      testDescription: "an open quote",
      mar: Exports.mar(adding: #"E4,M9001,"Test, Zz-Delta,vancomycin,IV,,2026-01-05 09:00,,"#), exitCode: 65),
    Case(
      testDescription: "dates that contradict each other",
      mar: Exports.mar.replacing("2026-01-05 09", with: "1/25/2026 09")
        .replacing("2026-01-05 1", with: "25/1/2026 1"), exitCode: 65),
    Case(
      testDescription: "a header twice", mar: Exports.mar.replacing("patient name", with: "csn"), exitCode: 65),
  ]

  @Test(arguments: cases, ["reconcile", "derive"])
  func messagesNameNoPatient(_ given: Case, command: String) async throws {
    let folder = try Exports.folder(["mar.csv": given.mar])
    let charges = command == "reconcile" ? "--charges charges.csv" : ""
    let outcome = try await Program.run("\(command) mar.csv \(charges) -o out.csv", in: folder)
    #expect(outcome.exitCode == given.exitCode)
    #expect(!(outcome.output + outcome.errors).isEmpty)
    expectNoPatient(in: outcome.errors)
    expectNoPatient(in: outcome.output)
  }

  @Test func theSummaryNamesNoPatient() async throws {
    let folder = try Exports.folder()
    _ = try await Program.run(Exports.reconcile + " --summary summary.json", in: folder)
    let summary = try folder.text(of: "summary.json")
    #expect(summary.contains("\"MISSED_CHARGE\""))
    expectNoPatient(in: summary)
  }

  /// Columns that have slipped: a name stands where the action should.
  @Test(arguments: ["", "--deidentify key"])
  func anActionThatNobodyKnowsIsCountedAndNotPrinted(_ option: String) async throws {
    let mar = """
      csn,mrn,medication,route,start,stop,action
      E1,M9001,ketorolac 30 mg,IM,2026-01-05 09:00,,Given
      E2,M9002,ketorolac 30 mg,IM,2026-01-05 10:00,,Zz-Alpha
      E2,M9002,Zz-Drug,IM,2026-01-05 11:00,,Given

      """
    let folder = try Exports.folder(["mar.csv": mar, "key": DeidentifyTests.key])
    let outcome = try await Program.run(
      "reconcile mar.csv --charges charges.csv -o findings.csv --summary summary.json --max-rejects 5 \(option)",
      in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(!outcome.errors.contains("Zz-Alpha") && !outcome.output.contains("Zz-Alpha"))
    let summary = try folder.text(of: "summary.json")
    #expect(summary.contains("IN-34: 1 row has an action that is not known"))
    #expect(summary.contains("Zz-Alpha") == option.isEmpty)
    #expect(summary.lowercased().contains("zz-drug") == option.isEmpty)
  }

  @Test(arguments: ["", "--deidentify key"])
  func queriesHideTheEncounterToo(_ option: String) async throws {
    let mar = "csn,medication,route,technique,start,stop\nZz-77,vancomycin 1 g,IV,infusion,2026-01-05 09:00,\n"
    let folder = try Exports.folder(["mar.csv": mar, "key": DeidentifyTests.key])
    let outcome = try await Program.run(Exports.reconcile + " --queries queries.csv \(option)", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let queries = try folder.text(of: "queries.csv")
    #expect(queries.contains("NO_STOP_PUSH"))
    #expect(queries.contains("Zz-77") == option.isEmpty)
  }

  @Test func aFileWithoutAHeaderIsNotPrinted() async throws {
    let folder = try Exports.folder()
    try folder.write(Exports.mar.split(separator: "\n").dropFirst().joined(separator: "\n"), to: "mar.csv")
    let outcome = try await Program.run(Exports.reconcile, in: folder)
    #expect(outcome.exitCode == 65)
    expectNoPatient(in: outcome.errors)
  }

  private func expectNoPatient(in text: String) {
    for word in Exports.patientWords { #expect(!text.contains(word), "\(word) in: \(text)") }
  }
}
