import CodeTables
import Infusion
import Pipeline
import Reconciliation
import Testing

/// Which findings a row of the suppressions keeps out, and which rows are refused.
@Suite struct SuppressionsTests {
  private static let header = "match,encounter_id,department,drug,reason,owner,expires"

  private static func suppressions(_ rows: [String], on date: String = "2026-02-01") throws -> Suppressions {
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try Suppressions(
      file: "known.csv", bytes: Array(text.utf8), day: try #require(CivilDate(iso: date)),
      formulary: try SmallRun.tables.get().formulary)
  }

  /// E1 lacks a further hour of vancomycin, E2 a push of ondansetron and one of ketorolac; E3 matches.
  private static let mar = [
    "E1,vancomycin 1 g,IV,infusion,PIV L AC,2026-01-05 09:00,2026-01-05 10:31,Infusion Center",
    "E2,ondansetron 4 mg,IV,push,PIV R AC,2026-01-05 09:00,,ED",
    "E2,ketorolac 30 mg,IV,push,PIV R AC,2026-01-05 09:20,,ED",
    "E2,morphine 2 mg,IV,push,PIV R AC,2026-01-05 09:40,,Observation",
    "E3,ceftriaxone 1 g,IM,,,2026-01-05 11:00,,ED",
  ]
  private static let charges = ["E1,96365,1,2026-01-05", "E2,96374,1,2026-01-05", "E3,96372,1,2026-01-05"]

  private static func run(_ rows: [String], on date: String = "2026-02-01") throws -> (SmallRun, RunSummary) {
    let suppressions = try suppressions(rows, on: date)
    return try SmallRun.of(mar: mar, charges: charges) { $0.suppressions = suppressions }
  }

  /// Whoever reviews the workbook of a run with pseudonyms knows no other name.
  @Test func aPseudonymNamesItsEncounter() throws {
    let pseudonyms = try #require(Pseudonyms(key: [UInt8](repeating: 7, count: 32)))
    let known = try Self.suppressions(["MISSED_CHARGE,\(pseudonyms.name(of: "E1")),,,known,J. Doe,2026-02-01"])
    for (names, count) in [(pseudonyms, 1), (nil, 0)] as [(Pseudonyms?, Int)] {
      let (_, summary) = try SmallRun.of(mar: Self.mar, charges: Self.charges) {
        ($0.suppressions, $0.pseudonyms) = (known, names)
      }
      #expect(summary.suppressed?.total == count)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    /// Encounter and code of what is suppressed.
    let suppressed: [String]

    init(_ name: String, _ rows: String..., suppresses suppressed: String...) {
      testDescription = name
      self.rows = rows.map { $0 + ",known,J. Doe,2026-02-01" }
      self.suppressed = suppressed
    }
  }

  static let cases = [
    Case("a reason code everywhere", "MISSED_CHARGE,*,,", suppresses: "E1 96366", "E2 96375"),
    Case("a rule of one encounter", "CHK-20,E1,,", suppresses: "E1 96366"),
    Case("another rule of that encounter", "CHK-19,E1,,"),
    Case("a whole encounter, but no match", "*,E2,,", suppresses: "E2 96375"),
    Case("an encounter that matches", "*,E3,,"),
    Case("a department in any spelling", "*,,infusion-center,", suppresses: "E1 96366"),
    Case("one department of several", "*,,ED,"),
    Case("a drug by its brand", "*,,,Vancocin", suppresses: "E1 96366"),
    Case("a drug, where others are part of the finding", "*,,,ketorolac"),
    Case("a drug in another encounter", "*,E2,,vancomycin"),
    Case("a drug in its encounter", "MISSED_CHARGE,E1,,vancomycin", suppresses: "E1 96366"),
  ]

  @Test(arguments: cases)
  func aRowSuppressesWhatItNames(_ suppression: Case) throws {
    let (output, summary) = try Self.run(suppression.rows)
    let found = output.suppressed.map { "\($0.finding.encounterID) \($0.finding.code?.description ?? "-")" }
    #expect(found == suppression.suppressed)
    #expect(summary.suppressed?.total == suppression.suppressed.count)
    #expect(output.findings.count == 5 - suppression.suppressed.count)
    #expect(summary.findingsByStatus.values.reduce(0, +) == output.findings.count)
  }

  /// Columns that a file may have, and a file of a review has.
  @Test(arguments: [
    ("96366", "2026-01-05", 1), ("96366", "", 1), ("", "2026-01-05", 1), ("*", "*", 1), ("96367", "2026-01-05", 0),
    ("96366", "2026-01-06", 0),
  ])
  func aRowMayNameCodeAndDay(code: String, day: String, suppressed: Int) throws {
    let text = "\(Self.header),code,service_date\nMISSED_CHARGE,E1,,,known,J. Doe,2026-02-01,\(code),\(day)\n"
    let (_, summary) = try SmallRun.of(mar: Self.mar, charges: Self.charges) { job in
      job.suppressions = try? Suppressions(
        file: "known.csv", bytes: Array(text.utf8), day: CivilDate(daysSince1970: 20_400),
        formulary: SmallRun.tables.get().formulary)
    }
    #expect(summary.suppressed?.total == suppressed)
  }

  @Test func aMarkBeforeAFormulaIsNoPartOfAnId() throws {
    let mar = Self.mar.map { $0.replacing("E1,", with: "=E1,") }
    let charges = Self.charges.map { $0.replacing("E1,", with: "=E1,") }
    let suppressions = try Self.suppressions(["MISSED_CHARGE,'=E1,,,known,J. Doe,2026-02-01"])
    let (_, summary) = try SmallRun.of(mar: mar, charges: charges) { $0.suppressions = suppressions }
    #expect(summary.suppressed?.total == 1)
  }

  @Test(arguments: [("2026-01-31", 1), ("2026-02-01", 1), ("2026-02-02", 0)])
  func aRowHoldsToTheEndOfItsLastDay(day: String, suppressed: Int) throws {
    let (_, summary) = try Self.run(["CHK-20,E1,,,known,J. Doe,2026-02-01"], on: day)
    #expect(summary.suppressed?.total == suppressed)
    #expect(summary.suppressed?.expired.map(\.line) == (suppressed == 0 ? [2] : []))
    #expect(summary.warnings.count { $0.contains("line 2 (CHK-20, owner J. Doe) expired") } == 1 - suppressed)
    #expect(!summary.warnings.contains { $0.contains("E1") })
  }

  @Test func theFirstRowOfTheFileAnswers() throws {
    let (output, summary) = try Self.run([
      "MISSED_CHARGE,,infusion center,,first,A,2026-03-01", "CHK-20,E1,,,second,B,2026-03-01",
    ])
    #expect(output.suppressed.map(\.suppression.owner) == ["A"])
    #expect(summary.suppressed?.byReason == ["MISSED_CHARGE": 1])
  }

  @Test func anEncounterWithNothingElseIsAMatch() throws {
    let (output, summary) = try Self.run(["MISSED_CHARGE,E1,,,known,J. Doe,2026-03-01"])
    #expect(output.coded.first?.result?.status == .match)
    #expect(summary.encountersByStatus == [.match: 2, .underbilled: 1])
  }

  @Test(arguments: [
    ("MISSED_CHARGE,,,,why,who,2026-02-01", "known.csv:2: column encounter_id: found \"\"; write an encounter here"),
    ("*,*,,,why,who,2026-02-01", "known.csv:2: column match: found \"*\"; write a rule id or a reason code"),
    (",E1,,,why,who,2026-02-01", "known.csv:2: column match: the cell is empty"),
    ("HYD-2,E1,,,why,who,2026-02-01", "known.csv:2: column match: found \"HYD-2\"; write a rule id; did you mean HYD-"),
    ("MISED_CHARGE,E1,,,why,who,2026-02-01", "did you mean MISSED_CHARGE?"),
    ("missed charge,E1,,,why,who,2026-02-01", "write a rule id such as HYD-02, or a reason code"),
    ("CHK-20,E1,,,,who,2026-02-01", "known.csv:2: column reason: the cell is empty"),
    ("CHK-20,E1,,,why,,2026-02-01", "known.csv:2: column owner: the cell is empty"),
    ("CHK-20,E1,,,why,who,", "known.csv:2: column expires: the cell is empty"),
    ("CHK-20,E1,,,why,who,2/1/2026", "known.csv:2: column expires: found \"2/1/2026\"; write a date"),
    ("CHK-20,E1,,,why,who,2026-02-30", "known.csv:2: column expires: found \"2026-02-30\""),
    ("CHK-20,E1,,why,who,2026-02-01", "known.csv:2: 6 fields, and the header has 7"),
  ])
  func aRowThatSaysTooLittleIsRefused(row: String, says: String) {
    do {
      _ = try Self.suppressions([row])
      Issue.record("not refused")
    } catch {
      #expect("\(error)".contains(says), "\(error)")
    }
  }

  @Test func aReasonCodeOfACheckIsNoSlip() throws {
    _ = try Self.suppressions(["ADDON_NO_PARENT,*,,,why,who,2026-02-01", "MUE_EXCEEDED,*,,,why,who,2026-02-01"])
  }
}
