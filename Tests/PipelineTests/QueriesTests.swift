import Coding
import Infusion
import Pipeline
import Reconciliation
import Testing

/// What is asked where the record is silent, and what the answer is worth.
@Suite struct QueriesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let mar: [String]
    /// Missing fact, reason code, worth with its sense; empty where there is none.
    let asked: [String]

    init(_ name: String, _ mar: [String], asks asked: String...) {
      testDescription = name
      self.mar = mar.map { "E1," + $0 }
      self.asked = asked
    }
  }

  private static let vancomycin = "vancomycin 1 g,IV,infusion,PIV L AC,2026-01-05 09:00,"
  private static let keepsFluids = "sodium chloride 0.9% 1000 mL,IV,infusion,PIV L AC,2026-01-05 09:00"

  /// Payer, code, dose, what was opened, and whether the container is single-dose.
  private static func push(_ container: String) -> String {
    "infliximab,IV,infusion,PIV L AC,2026-01-05 09:00,2026-01-05 10:00,,,,,," + container
  }

  static let cases = [
    Case("an infusion with both times", [vancomycin + "2026-01-05 10:00"]),
    Case("the only infusion without a stop", [vancomycin], asks: "stop_time NO_STOP_PUSH 100 gain"),
    Case(
      "a further infusion without a stop",
      ["ceftriaxone 1 g,IV,infusion,PIV L AC,2026-01-05 06:00,2026-01-05 06:40", vancomycin],
      asks: "stop_time NO_STOP_PUSH 30 gain"),
    Case(
      "a chemo infusion without a stop", ["rituximab 500 mg,IV,infusion,PIV L AC,2026-01-05 09:00,"],
      asks: "stop_time NO_STOP_PUSH 150 gain"),
    Case(
      "an infusion without a start", ["vancomycin 1 g,IV,infusion,PIV L AC,,2026-01-05 10:00"],
      asks: "start_time NO_STOP_PUSH 100 gain"),
    Case(
      "a stop that volume and rate tell", [vancomycin + ",,250,125"], asks: "stop_time STOP_ESTIMATED 140 at_risk"),
    Case("fluids without a stop", [keepsFluids + ","], asks: "stop_time HYD_NO_STOP"),
    Case(
      "fluids without a reason", [keepsFluids + ",2026-01-05 11:31"], asks: "indication HYD_NECESSITY 130 at_risk"),
    Case(
      "a second line without a reason",
      [vancomycin + "2026-01-05 10:00", "cefepime 1 g,IV,infusion,PIV R AC,2026-01-05 09:10,2026-01-05 10:10"],
      asks: "site_reason SECOND_SITE_NEEDS_REASON 200 at_risk"),
    Case(
      "lesions that nobody counted", ["bleomycin 15 units,intralesional,,,2026-01-05 09:00,"],
      asks: "lesion_count LESION_COUNT 80 gain"),
    Case("waste that nobody wrote down", [push("Medicare,J1745,305,mg,,,yes")], asks: "waste JW_UNKNOWN"),
    Case(
      "both waste and a stop of one row",
      ["infliximab,IV,infusion,PIV L AC,2026-01-05 09:00,,,,,,,Medicare,J1745,305,mg,,,yes"],
      asks: "stop_time NO_STOP_PUSH 150 gain", "waste JW_UNKNOWN"),
    Case("waste that is known", [push("Medicare,J1745,305,mg,400,mg,yes")]),
    Case("a container for several doses", [push("Medicare,J1745,305,mg,,,no")]),
    Case("a container of which nothing is known", [push("Medicare,J1745,305,mg,,,")]),
    Case("a payer who does not ask for waste", [push("Aetna,J1745,305,mg,,,yes")]),
  ]

  @Test(arguments: cases)
  func eachMissingFactIsAskedForOnce(_ question: Case) throws {
    let run = try SmallRun.of(mar: question.mar) { job in
      job.listsQueries = true
      job.fees = SmallRun.fees
    }
    let found = run.output.queries.map { query in
      let worth = query.worth.map { " \($0.amount) \($0.sense.rawValue)" } ?? ""
      return "\(query.missing.rawValue) \(query.reasonCode)\(worth)"
    }
    #expect(found == question.asked)
  }

  @Test(arguments: [
    (vancomycin, "Please add when vancomycin begun at 09:00 was stopped, if that is known."),
    (
      "vancomycin 1 g,IV,infusion,PIV L AC,,2026-01-05 10:00",
      "Please add when vancomycin stopped at 10:00 was begun, if that is known."
    ),
    (
      keepsFluids + ",2026-01-05 11:31",
      "Please add for what reason sodium chloride was given, if that is known."
    ),
  ])
  func aQuestionTellsNoAnswerAndNoMoney(row: String, question: String) throws {
    let run = try SmallRun.of(mar: ["E1," + row]) { $0.listsQueries = true }
    #expect(run.output.queries.map(\.question) == [question])
    #expect(run.output.queries.map(\.worth) == [nil])
  }

  @Test func questionsComeByDayThenByRow() throws {
    let run = try SmallRun.of(
      mar: [
        "E2,vancomycin 1 g,IV,infusion,PIV L AC,2026-01-06 09:00,",
        "E1,cefepime 1 g,IV,infusion,PIV L AC,2026-01-06 09:00,", "E1," + Self.vancomycin,
        "E1,ampicillin 1 g,IV,infusion,PIV L AC,2026-01-05 12:00,",
      ]
    ) { $0.listsQueries = true }
    #expect(run.output.queries.map(\.drugs) == [["vancomycin"], ["vancomycin"], ["ampicillin"], ["cefepime"]])
    #expect(run.output.queries.map(\.encounterID) == ["E2", "E1", "E1", "E1"])
    #expect(run.output.queries[1].rows.map(\.line) == [4])
  }

  @Test func aFlushIsNoDrugOfAQuestion() throws {
    let run = try SmallRun.of(mar: [
      "E1,\(Self.vancomycin)2026-01-05 10:00",
      "E1,cefepime 1 g,IV,infusion,PIV R AC,2026-01-05 09:10,2026-01-05 10:10",
      "E1,saline flush 10 mL,IV,push,PIV R AC,2026-01-05 10:12,",
    ]) { $0.listsQueries = true }
    #expect(run.output.queries.map(\.drugs) == [["cefepime"]])
    #expect(run.output.queries.map(\.sites) == [["PIV R AC"]])
  }

  @Test func nothingIsAskedUnlessTheJobListsIt() throws {
    #expect(try SmallRun.of(mar: ["E1," + Self.vancomycin]).output.queries.isEmpty)
  }

  @Test("A question about an infusion of several entries names them all")
  func entries() throws {
    let header = "csn,order id,medication,route,mar action,action time"
    let lines = ["09:00,New Bag", "09:20,Paused", "09:40,Restarted", "10:00,Rate Verify"].map { event in
      "1,O1,vancomycin,IV,\(event.dropFirst(6)),2026-01-05 \(event.prefix(5))"
    }
    let queries = try SmallRun.of(header: header, mar: lines) { $0.listsQueries = true }.output.queries
    #expect(queries.map(\.missing) == [.stopTime])
    // The bag goes on by the third entry; the first two tell a piece that has an end.
    #expect(queries.first.map { $0.rows.map(\.row) } == [3, 4])
  }
}
