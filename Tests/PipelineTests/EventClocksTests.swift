import Infusion
import Pipeline
import Testing

/// Events on the nights when clocks change (input IN-23).
@Suite("Events and changes of clocks")
struct EventClocksTests {
  private func rows(_ events: [String], zone: String?) throws -> [MARRow] {
    let lines = events.map { "1,O1,vancomycin,IV,\($0.dropFirst(17)),\($0.prefix(16))" }
    let result = try SmallRun.of(header: "csn,order id,medication,route,mar action,action time", mar: lines) {
      $0.configuration.timeZone = try zone.map { try #require(ClockZone(named: $0)) }
    }
    return result.output.coded.flatMap(\.encounter.rows)
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
    #expect(try rows(events, zone: zone).map { $0.facts.contains(.clockChangeHidden) } == [isHidden])
  }
}
