import Infusion
import Pipeline
import TestSupport
import Testing

@Suite("Rows by the clocks of a place (IN-23, IN-24)")
struct ZonedRowTests {
  private func fixture(_ zone: String?, headers: String = "encounter_id,drug,route,start,stop,service_date") throws
    -> MARFixture
  {
    var fixture = MARFixture(headers)
    fixture.settings.timeZone = try zone.map { try #require(ClockZone(named: $0)) }
    return fixture
  }

  private func row(
    _ start: String, _ stop: String, day: String = "", zone: String? = "America/New_York"
  ) throws -> MARRow {
    try fixture(zone).row("7,ketorolac,IV,\(start),\(stop),\(day)").row
  }

  @Test(
    "Intervals are absolute across a change of clocks",
    arguments: [
      ("2026-03-08 01:30", "2026-03-08 03:10", "", 40, []),
      ("2026-11-01 00:30", "2026-11-01 02:30", "", 180, []),
      ("2026-03-07 23:00", "2026-03-08 07:00", "", 420, []),
      ("2026-01-05 09:00", "2026-01-05 10:31", "", 91, []),
      // Skipped: by the clock before the change, unless only the other puts start and stop in order.
      ("2026-03-08 01:30", "2026-03-08 02:10", "", 40, .clockSkipped),
      ("2026-03-08 02:10", "2026-03-08 02:40", "", 30, .clockSkipped),
      ("2026-03-08 02:50", "2026-03-08 03:10", "", 20, .clockSkipped),
      // Twice: the first, unless only the second puts start and stop in order.
      ("2026-11-01 00:30", "2026-11-01 01:30", "", 60, .clockTwice),
      ("2026-11-01 01:30", "2026-11-01 02:30", "", 120, .clockTwice),
      ("2026-11-01 01:10", "2026-11-01 01:40", "", 30, .clockTwice),
      ("2026-11-01 01:50", "2026-11-01 01:10", "", 20, .clockTwice),
      // Absolute times beside local ones.
      ("2026-01-05T14:00:00Z", "2026-01-05 10:00", "", 60, []),
      ("2026-01-05 09:00", "2026-01-05T09:30:00-06:00", "", 90, []),
      ("2026-11-01T06:30:00Z", "2026-11-01 01:50", "", 20, .clockTwice),
      // A time alone; the next day is the next on the wall.
      ("23:00", "01:30", "2026-01-05", 150, []),
      ("23:00", "03:10", "2026-03-07", 190, []),
      ("23:00", "03:10", "2026-10-31", 310, []),
      ("01:50", "01:10", "2026-11-01", 20, .clockTwice),
      ("2026-01-05 23:00", "01:30", "", 150, []),
    ] as [(String, String, String, Int, RowFacts)])
  func minutes(start: String, stop: String, day: String, minutes: Int, facts: RowFacts) throws {
    let row = try row(start, stop, day: day)
    #expect(try #require(row.stop).minutes(since: try #require(row.start)) == minutes)
    #expect(row.facts == facts)
  }

  @Test(
    "The day of service is that of the place, and times are shown as its clocks show them",
    arguments: [
      ("2026-01-06T02:00:00Z", "2026-01-05 21:00"), ("2026-07-06T02:00:00Z", "2026-07-05 22:00"),
      ("2026-01-05 21:00", "2026-01-05 21:00"), ("2026-01-05T21:00:00-06:00", "2026-01-05 22:00"),
      ("2026-03-08 02:30", "2026-03-08 02:30"),
    ])
  func localDay(start: String, shown: String) throws {
    #expect(try row(start, "").start?.description == shown)
  }

  @Test(
    "Without a zone, times by the wall and absolute ones are not compared",
    arguments: [
      ("2026-01-05 09:00", "2026-01-05T10:00:00-05:00", "stop"),
      ("2026-01-05T09:00:00-05:00", "2026-01-05 10:00", "stop"),
    ])
  func mixedOffsets(start: String, stop: String, field: String) throws {
    let problem = try fixture(nil).problem("7,ketorolac,IV,\(start),\(stop),")
    #expect(problem.field == field && problem.rule == "IN-23")
    #expect(problem.fix.contains("--time-zone"))
  }

  @Test("A time alone takes day and offset of its start")
  func clockOnlyBesideOffset() throws {
    let row = try row("2026-01-05T23:30:00-05:00", "00:15", zone: nil)
    #expect(try #require(row.stop).minutes(since: try #require(row.start)) == 45)
    #expect(row.stop?.description == "2026-01-06 00:15")
  }

  @Test(
    "Without a zone an interval over a night of change is noted, and no other is",
    arguments: [
      ("2026-03-08 01:30", "2026-03-08 03:10", true), ("2026-03-07 22:00", "2026-03-08 06:00", true),
      ("2026-11-01 00:30", "2026-11-01 01:30", true), ("2026-11-01 01:10", "2026-11-01 01:40", true),
      ("2026-03-08 03:00", "2026-03-08 09:00", false), ("2026-03-07 22:00", "2026-03-08 01:59", false),
      ("2026-01-05 22:00", "2026-01-06 06:00", false),
      ("2026-03-08T01:30:00-05:00", "2026-03-08T03:10:00-04:00", false),
    ])
  func hiddenChange(start: String, stop: String, isNoted: Bool) throws {
    #expect(try row(start, stop, zone: nil).facts == (isNoted ? .clockChangeHidden : []))
    #expect(try row(start, stop, zone: "America/Phoenix").facts.isEmpty)
  }

  @Test("Days that were shifted on purpose say nothing of clocks")
  func shiftedDays() throws {
    var fixture = try fixture(nil)
    fixture.settings.allowsAnyYear = true
    #expect(try fixture.row("7,ketorolac,IV,2026-03-08 01:30,2026-03-08 03:10,").row.facts.isEmpty)
  }

  @Test("Where clocks do not change, moving a row by a day moves its times by a day and changes nothing else")
  func shiftedByADay() throws {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &random)
    var draw = Draw(seed: seed)
    for zone in [nil, "UTC", "America/Phoenix", "Asia/Kolkata"] {
      let fixture = try fixture(zone)
      for _ in 0..<200 {
        let day = CivilDate(daysSince1970: Int32(draw.number(10_000...30_000)))
        let next = CivilDate(daysSince1970: day.daysSince1970 + 1)
        let clocks = (0..<2).map { _ in "\(padded(draw.number(0...23), to: 2)):\(padded(draw.number(0...59), to: 2))" }
        let (one, other) = (
          try fixture.row("7,ketorolac,IV,\(clocks[0]),\(clocks[1]),\(day)").row,
          try fixture.row("7,ketorolac,IV,\(clocks[0]),\(clocks[1]),\(next)").row
        )
        #expect(one.start?.advanced(byMinutes: 1_440) == other.start, "seed \(seed)")
        #expect(one.stop?.advanced(byMinutes: 1_440) == other.stop, "seed \(seed)")
        #expect(one.start?.clock == other.start?.clock && one.start?.date == day, "seed \(seed)")
        #expect(one.facts.subtracting(.clockChangeHidden) == other.facts.subtracting(.clockChangeHidden))
      }
    }
  }
}
