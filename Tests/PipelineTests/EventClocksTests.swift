import Infusion
import Pipeline
import Testing

/// Events on the nights when clocks change (input IN-23).
@Suite("Events and changes of clocks")
struct EventClocksTests {
  private func rows(_ events: [String], zone: String?) throws -> [MARRow] {
    try run(events, zone: zone).rows
  }

  private func run(_ events: [String], zone: String?) throws -> (rows: [MARRow], warnings: [String]) {
    let lines = events.map { "1,O1,vancomycin,IV,\($0.dropFirst(17)),\($0.prefix(16))" }
    let result = try SmallRun.of(header: "csn,order id,medication,route,mar action,action time", mar: lines) {
      $0.configuration.timeZone = try zone.map { try #require(ClockZone(named: $0)) }
    }
    return (result.output.coded.flatMap(\.encounter.rows), result.summary.warnings)
  }

  @Test(
    "Times that the clocks showed twice are taken as pairs ask for, else as of the first round",
    arguments: [
      (["2026-11-01 01:30 New Bag", "2026-11-01 01:10 Stopped"], [40]),
      (["2026-11-01 00:30 New Bag", "2026-11-01 01:40 Rate Change", "2026-11-01 01:10 Stopped"], [100]),
      (["2026-11-01 00:30 New Bag", "2026-11-01 01:10 Stopped"], [40]),
      (["2026-11-01 01:30 New Bag", "2026-11-01 02:10 Stopped"], [100]),
      (["2026-11-01 01:10 New Bag", "2026-11-01 01:30 Stopped"], [20]),
      (
        [
          "2026-11-01 01:30 New Bag", "2026-11-01 01:50 Stopped", "2026-11-01 01:20 New Bag",
          "2026-11-01 01:40 Stopped",
        ], [20, 20]
      ),
    ] as [([String], [Int])])
  func doubledHour(events: [String], minutes: [Int]) throws {
    for events in [events, events.reversed()] {
      let rows = try rows(events, zone: "America/New_York")
      #expect(rows.compactMap { row in row.start.flatMap { row.stop?.minutes(since: $0) } } == minutes)
      #expect(rows.allSatisfy { $0.facts.contains(.clockTwice) })
    }
  }

  @Test(
    "Without a zone, an infusion over the night is in doubt as an interval is",
    arguments: [
      (["2026-03-08 01:30 New Bag", "2026-03-08 03:10 Stopped"], nil, true),
      (["2026-10-31 23:00 New Bag", "2026-11-01 06:10 Stopped"], nil, true),
      (["2026-03-09 01:30 New Bag", "2026-03-09 03:10 Stopped"], nil, false),
      (["2026-03-08 01:30 New Bag"], nil, false),
      (["2026-03-08 01:30 New Bag", "2026-03-08 03:10 Stopped"], "America/New_York", false),
    ] as [([String], String?, Bool)])
  func hiddenChange(events: [String], zone: String?, isHidden: Bool) throws {
    let result = try run(events, zone: zone)
    #expect(result.rows.map { $0.facts.contains(.clockChangeHidden) } == [isHidden])
    #expect(result.warnings.contains { $0.hasPrefix("DST: 1 row runs over a night") } == isHidden)
  }

  @Test(
    "Times without a day of their own run over midnight where pairs ask for it (IN-24)",
    arguments: [
      (["05,23:30 New Bag", "05,01:01 Stopped"], ["2026-01-05 23:30-2026-01-06 01:01"]),
      (["05,23:30 New Bag", "06,01:01 Stopped"], ["2026-01-05 23:30-2026-01-06 01:01"]),
      (["05,09:00 New Bag", "05,10:31 Stopped"], ["2026-01-05 09:00-2026-01-05 10:31"]),
      (
        ["05,20:00 New Bag", "05,21:00 Stopped", "05,23:30 New Bag", "05,00:10 Rate Verify", "05,01:01 Stopped"],
        ["2026-01-05 20:00-2026-01-05 21:00", "2026-01-05 23:30-2026-01-06 01:01"]
      ),
      (["05,01:01 Stopped"], ["?-2026-01-05 01:01"]),
    ] as [([String], [String])])
  func withoutDay(events: [String], expected: [String]) throws {
    for events in [events, events.reversed()] {
      let lines = events.map {
        "1,O1,vancomycin,IV,\($0.dropFirst(9)),2026-01-\($0.prefix(2)),\($0.dropFirst(3).prefix(5))"
      }
      let header = "csn,order id,medication,route,mar action,service date,action time"
      let rows = try SmallRun.of(header: header, mar: lines).output.coded.flatMap(\.encounter.rows)
      let times = rows.map { "\($0.start?.description ?? "?")-\($0.stop?.description ?? "?")" }
      #expect(times.sorted() == expected)
    }
  }
}
