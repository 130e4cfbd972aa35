import Coding
import Infusion
import Pipeline
import Reconciliation
import Testing

/// A MAR without a stop column is an event log (input IN-30 to IN-34).
@Suite("Event logs")
struct EventLogTests {
  private static let header = "csn,order id,medication,route,mar action,action time,rate ml h,volume ml,event id,bag id"

  /// Runs events written as `09:00 New Bag`; rate, volume, event id and bag may follow a semicolon.
  private func run(_ events: [String], drug: String = "vancomycin", route: String = "IV") throws -> (
    rows: [MARRow], coded: CodedEncounter?, summary: RunSummary
  ) {
    let lines = events.map { event in
      let parts = event.dropFirst(6).split(separator: ";", maxSplits: 1)
      return "1,O1,\(drug),\(route),\(parts[0]),2026-01-05 \(event.prefix(5)),\(parts.dropFirst().first ?? "")"
    }
    let result = try SmallRun.of(header: Self.header, mar: lines)
    let coded = result.output.coded.first
    return (coded?.encounter.rows ?? [], coded, result.summary)
  }

  private func times(_ rows: [MARRow]) -> [String] {
    rows.map { "\($0.isGiven ? "" : "not ")\($0.start?.clock ?? "?")-\($0.stop?.clock ?? "?")" }
  }

  @Test(
    "Events of one order become rows (IN-31, IN-32)",
    arguments: [
      (["09:00 New Bag", "10:31 Stopped"], ["09:00-10:31"]),
      (["10:31 Stopped", "09:00 New Bag"], ["09:00-10:31"]),
      (["09:00 New Bag", "09:30 Rate Change", "10:31 Infusion Complete"], ["09:00-10:31"]),
      (["09:00 New Bag", "11:00 New Bag", "12:00 Stopped"], ["09:00-11:00", "11:00-12:00"]),
      (["09:00 New Bag", "09:20 Paused", "09:50 Restarted", "10:30 Stopped"], ["09:00-09:20", "09:50-10:30"]),
      (["09:00 New Bag", "09:20 Paused", "10:30 Stopped"], ["09:00-09:20"]),
      (
        ["09:00 New Bag", "09:20 Paused", "09:40 Paused", "09:50 Rate Verify", "10:00 Resumed"],
        ["09:00-09:20", "10:00-?"]
      ),
      (["09:00 New Bag", "09:30 Rate Verify"], ["09:00-?"]),
      (["10:00 Stopped"], ["?-10:00"]),
      (["09:30 Rate Verify", "10:00 Stopped"], ["?-10:00"]),
      (["10:00 Completed"], ["10:00-?"]),
      (["10:00 Completed", "14:00 Completed"], ["10:00-?", "14:00-?"]),
      (["09:00 Started", "10:00 Completed"], ["09:00-10:00"]),
      (["09:00 New Bag", "10:00 Stopped", "10:00 New Bag", "11:00 Stopped"], ["09:00-10:00", "10:00-11:00"]),
      (["11:00 Stopped", "10:00 New Bag", "10:00 Stopped", "09:00 New Bag"], ["09:00-10:00", "10:00-11:00"]),
      (["09:00 Stopped", "09:00 New Bag"], ["09:00-09:00"]),
      (["09:00 New Bag", "10:00 Stopped", "10:00 Discontinued"], ["09:00-10:00"]),
      (["09:00 New Bag", "09:10 Bolus from Bag", "10:00 Stopped"], ["09:00-10:00", "09:10-?"]),
      (["09:00 New Bag", "09:10 Refused", "10:00 Stopped"], ["09:00-10:00", "not 09:10-?"]),
      (
        ["09:00 New Bag;50", "09:30 Rate Change;0", "10:00 Rate Change;25", "10:30 Stopped"],
        ["09:00-09:30", "10:00-10:30"]
      ),
      (
        ["09:00 New Bag;50", "09:30 Rate Change;0", "09:30 Rate Change;25", "10:30 Stopped"],
        ["09:00-09:30", "09:30-10:30"]
      ),
      (
        ["09:30 Rate Change;25", "09:30 Rate Change;0", "10:30 Stopped", "09:00 New Bag;50"],
        ["09:00-09:30", "09:30-10:30"]
      ),
      (["09:00 New Bag;0", "09:20 Rate Change;50", "10:30 Stopped"], ["09:20-10:30"]),
      (["09:00 New Bag;0", "10:30 Stopped"], ["not 09:00-?"]),
      (["09:00 New Bag;5", "10:00 New Bag;0", "10:30 Stopped"], ["09:00-10:00"]),
      // The bag was empty an hour after it was hung.
      (["09:00 New Bag;100,100", "21:00 New Bag;100,100", "22:00 Stopped"], ["09:00-?", "21:00-22:00"]),
    ] as [([String], [String])])
  func rows(events: [String], expected: [String]) throws {
    let result = try run(events)
    #expect(times(result.rows).sorted() == expected.sorted())
    #expect(result.summary.rows.read == events.count)
    #expect(result.summary.rows.isBalanced)
    #expect(result.rows.reduce(0) { $0 + $1.entryCount } == events.count)
  }

  @Test("What still runs keeps when it was last seen running (IN-32)")
  func lastSeen() throws {
    let result = try run(["09:00 New Bag", "09:30 Rate Verify", "10:10 Handoff"])
    #expect(result.rows.map { $0.lastSeenRunning?.clock } == ["10:10"])
    #expect(result.coded?.derivation.notices.map(\.kind).contains(.stopEstimated) == true)
  }

  @Test("An end that nothing begins has no start, and a warning says so once (IN-32)")
  func stopWithoutStart() throws {
    #expect(try run(["10:00 Stopped"]).summary.warnings.contains { $0.hasPrefix("STOP_WITHOUT_START: 1 infusion ") })
    #expect(try run(["09:00 New Bag", "10:00 Stopped"]).summary.warnings.allSatisfy { !$0.hasPrefix("STOP_WITHOUT") })
  }

  @Test("The pieces of a paused bag are of one bag, of which volume and dose count once (IN-31)")
  func pieces() throws {
    let rows = try run(["09:00 New Bag;100,250", "09:20 Paused", "09:50 Restarted", "10:30 Stopped"]).rows
    #expect(Set(rows.map(\.bag)).count == 1 && rows[0].bag != nil)
    #expect(rows.map(\.volumeMilliliters?.description) == ["250", nil])
  }

  @Test("Evidence names every event of a row")
  func evidence() throws {
    let result = try run(["09:00 New Bag", "09:30 Rate Change", "10:31 Stopped"])
    let finding = try #require(result.coded?.result?.findings.first { $0.code?.description == "96365" })
    #expect(finding.recordRows.map(\.row) == [1, 2, 3])
  }

  @Test("A void row takes back the entry with its event id, and both are counted (IN-33)")
  func void() throws {
    let result = try run(["09:00 Given;,,A1", "09:00 Entered in Error;,,A1", "10:00 Given;,,A2"])
    #expect(times(result.rows) == ["10:00-?"])
    #expect(result.summary.rows.excluded == ["VOID": 2])
    #expect(result.summary.rows.isBalanced)
  }

  @Test("An action that nobody knows is named once with its rows, and warned of without its name (IN-34, OUT-06)")
  func unknownAction() throws {
    let result = try SmallRun.of(
      header: Self.header,
      mar: ["1,O1,vancomycin,IV,Wished,2026-01-05 09:00", "1,O1,vancomycin,IV,Wished,2026-01-05 10:00"]
    ) { $0.configuration.rejectLimit = .rows(2) }
    let named = result.summary.warnings.filter { $0.hasPrefix("IN-34") }
    #expect(named.count == 1)
    #expect(named.first?.contains("2 rows have an action that is not known") == true)
    #expect(result.summary.unknownActions == ["Wished": 2])
  }

  @Test("Bags of one order are apart, drugs of one order too (IN-30)")
  func groups() throws {
    let result = try SmallRun.of(
      header: Self.header,
      mar: [
        "1,O1,vancomycin,IV,New Bag,2026-01-05 09:00,,,,B1", "1,O1,vancomycin,IV,New Bag,2026-01-05 09:30,,,,B2",
        "1,O1,ceftriaxone,IV,New Bag,2026-01-05 09:10,,,,B1", "1,O1,vancomycin,IV,Stopped,2026-01-05 10:00,,,,B1",
        "1,O1,ceftriaxone,IV,Stopped,2026-01-05 10:10,,,,B1", "1,O1,vancomycin,IV,Stopped,2026-01-05 10:30,,,,B2",
      ])
    let rows = result.output.coded.flatMap(\.encounter.rows)
    #expect(times(rows) == ["09:00-10:00", "09:30-10:30", "09:10-10:10"])
  }

  @Test("Where stops have a column, a begin without one has no stop, whatever comes later")
  func missingStop() throws {
    let result = try SmallRun.of(
      header: "csn,medication,route,mar action,start,stop",
      mar: ["1,vancomycin,IV,New Bag,2026-01-05 09:00,", "1,vancomycin,IV,New Bag,2026-01-05 21:00,"])
    #expect(times(result.output.coded.flatMap(\.encounter.rows)) == ["09:00-?", "21:00-?"])
  }

  @Test("Events inside a row with start and stop tell more of it and make no row (IN-30)")
  func eventsInsideInterval() throws {
    let result = try SmallRun.of(
      header: "csn,order id,medication,route,mar action,start,stop",
      mar: [
        "1,O1,vancomycin,IV,,2026-01-05 09:00,2026-01-05 11:00", "1,O1,vancomycin,IV,Rate Change,2026-01-05 09:30,",
        "1,O1,vancomycin,IV,Paused,2026-01-05 10:00,", "1,O1,vancomycin,IV,Restarted,2026-01-05 10:20,",
        "1,O1,vancomycin,IV,Stopped,2026-01-05 11:00,",
      ])
    let rows = result.output.coded.flatMap(\.encounter.rows)
    #expect(times(rows) == ["09:00-11:00"])
    #expect(rows.flatMap(\.pauses).map(\.minutes) == [20])
    #expect(rows.first?.entryCount == 5)
    #expect(result.summary.rows.used == 5)
  }

  @Test("An end whose moment is written as start and as stop is no interval")
  func momentWrittenTwice() throws {
    let result = try SmallRun.of(
      header: "csn,order id,medication,route,mar action,start,stop",
      mar: [
        "1,O1,vancomycin,IV,New Bag,2026-01-05 09:00,",
        "1,O1,vancomycin,IV,Rate Change,2026-01-05 09:30,2026-01-05 09:30",
        "1,O1,vancomycin,IV,Stopped,2026-01-05 10:31,2026-01-05 10:31",
      ])
    #expect(times(result.output.coded.flatMap(\.encounter.rows)) == ["09:00-10:31"])
  }

  @Test("Fluid given once is not said to have gone in by another route (RD-16)")
  func fluidGivenOnce() throws {
    let result = try SmallRun.of(header: Self.header, mar: ["1,O1,sodium chloride 0.9%,IV,Given,2026-01-05 09:00"]) {
      $0.listsExcludedRows = true
    }
    let finding = try #require(result.output.findings.first { $0.reasonCodes.contains("NB_ROUTE") })
    #expect(finding.reason.contains("is fluid of which the record shows no infusion into a vein"))
  }

  @Test("Under the skin only what lasts is an infusion")
  func underTheSkin() throws {
    #expect(try run(["09:00 Started"], drug: "morphine", route: "SC").rows.map(\.technique) == [.unknown])
    let lasting = try run(["09:00 Started", "10:00 Stopped"], drug: "morphine", route: "SC").rows
    #expect(lasting.map(\.technique) == [.subcutaneousInfusion])
  }

  @Test("A blank action means what the configuration says")
  func blankAction() throws {
    let yaml = "mar: {minutes_since: 2026-01-05, values: {action: {\"\": begin}, route: {\"\": IV}}}"
    let result = try SmallRun.of(
      header: "stay id,drug,start,rate",
      mar: ["1,heparin,-60,5", "1,heparin,0,7", "1,heparin,60,0", "1,heparin,120,5"]
    ) { $0.configuration = try Configuration(yaml: yaml, file: "c.yaml") }
    let rows = result.output.coded.flatMap(\.encounter.rows)
    #expect(times(rows) == ["23:00-00:00", "00:00-01:00", "02:00-?"])
    #expect(rows.allSatisfy { $0.route == .intravenous })
  }
}
