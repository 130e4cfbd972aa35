import Infusion
import Pipeline
import Testing

@Suite("Clocks of a place (IN-23)")
struct ClockZoneTests {
  private func zone(_ name: String = "America/New_York") throws -> ClockZone { try #require(ClockZone(named: name)) }

  private func localMinutes(_ day: String, _ clock: String) throws -> Int {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    return Int(try #require(CivilDate(iso: day)).daysSince1970) * 1_440 + parts[0] * 60 + parts[1]
  }

  @Test(
    "A clock shows a time once, twice or never",
    arguments: [
      ("2026-01-05", "09:00", ClockZone.Reading.once(offset: -300)), ("2026-07-05", "09:00", .once(offset: -240)),
      ("2026-03-08", "01:59", .once(offset: -300)), ("2026-03-08", "02:00", .skipped(before: -300, after: -240)),
      ("2026-03-08", "02:59", .skipped(before: -300, after: -240)), ("2026-03-08", "03:00", .once(offset: -240)),
      ("2026-11-01", "00:59", .once(offset: -240)), ("2026-11-01", "01:00", .twice(first: -240, second: -300)),
      ("2026-11-01", "01:59", .twice(first: -240, second: -300)), ("2026-11-01", "02:00", .once(offset: -300)),
      // The rule before 2007, and the border of the table.
      ("2006-04-02", "02:30", .skipped(before: -300, after: -240)), ("1990-01-01", "00:00", .once(offset: -300)),
      ("2100-12-31", "23:59", .once(offset: -300)), ("2150-07-01", "12:00", .once(offset: -300)),
      ("1980-07-01", "12:00", .once(offset: -300)),
    ])
  func readings(day: String, clock: String, reading: ClockZone.Reading) throws {
    #expect(try zone().reading(localMinutes: localMinutes(day, clock)) == reading)
  }

  @Test("Half hours, the south and places that keep their clocks")
  func otherPlaces() throws {
    #expect(
      try zone("Australia/Lord_Howe").reading(localMinutes: localMinutes("2026-10-04", "02:15"))
        == .skipped(before: 630, after: 660))
    #expect(
      try zone("Australia/Sydney").reading(localMinutes: localMinutes("2026-04-05", "02:30"))
        == .twice(first: 660, second: 600))
    for day in ["2026-03-08", "2026-11-01"] {
      #expect(try zone("America/Phoenix").reading(localMinutes: localMinutes(day, "02:30")) == .once(offset: -420))
    }
  }

  @Test("Every minute of a clock goes back to the moment that it shows")
  func thereAndBack() throws {
    let zone = try zone()
    let start = try localMinutes("2026-01-01", "00:00")
    for absolute in stride(from: start, to: start + 366 * 1_440, by: 10) {
      let offset = zone.offset(at: Int32(absolute))
      switch zone.reading(localMinutes: absolute + offset) {
      case .once(let only): #expect(only == offset)
      case .twice(let first, let second): #expect([first, second].contains(offset))
      case .skipped: Issue.record("no clock shows a skipped time: \(absolute)")
      }
    }
  }

  @Test(
    "A name that is no zone is refused, with names that are",
    arguments: [
      ("EST", "America/New_York"), ("Eastern", "America/New_York"), ("pst", "America/Los_Angeles"),
      ("America/New York", "America/New_York"), ("new_yorc", "America/New_York"), ("Chicago", "America/Chicago"),
      ("America/Indianopolis", "America/Indiana/Indianapolis"), ("", "America/New_York"),
      ("Mars/Base", "America/New_York"),
    ])
  func refused(name: String, suggested: String) {
    #expect(ClockZone(named: name) == nil)
    #expect(ClockZone.names(like: name).contains(suggested), "\(ClockZone.names(like: name))")
  }

  @Test("The configuration names a zone")
  func configuration() throws {
    let configuration = try Configuration(yaml: "time_zone: America/Chicago", file: "c.yaml")
    #expect(configuration.timeZone?.name == "America/Chicago")
    #expect {
      _ = try Configuration(yaml: "setting: facility\ntime_zone: Chicago", file: "c.yaml")
    } throws: { error in
      "\(error)" == "c.yaml:2: time_zone cannot be \"Chicago\"; write one of: America/Chicago"
    }
  }
}
