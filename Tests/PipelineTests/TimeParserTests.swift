import Infusion
import Pipeline
import Testing

@Suite("Dates and times in all their forms")
struct TimeParserTests {
  private func read(_ text: String) -> TimeText? {
    TimeParser.read(text.utf8.span, order: .monthDay)?.text
  }

  @Test(
    "A written date and time is understood (IN-20)",
    arguments: [
      ("2026-01-05 09:00", "2026-01-05 09:00"),
      ("2026-01-05 09:00:59", "2026-01-05 09:00"),
      ("2026-01-05 09:00:00.123", "2026-01-05 09:00"),
      ("2026-1-5 9:00", "2026-01-05 09:00"),
      ("2026-01-05T09:00:00", "2026-01-05 09:00"),
      ("2146-10-09T20:50:00-04:00", "2146-10-09 20:50"),
      ("1/5/2026 9:00 AM", "2026-01-05 09:00"),
      ("1/5/2026 12:00 AM", "2026-01-05 00:00"),
      ("1/5/2026 12:00 PM", "2026-01-05 12:00"),
      ("1/5/2025 3:07 PM", "2025-01-05 15:07"),
      ("1/5/2025 3:07:22pm", "2025-01-05 15:07"),
      ("01/05/2026 09:00", "2026-01-05 09:00"),
      ("11/26/2142 22:46", "2142-11-26 22:46"),
      ("1/5/26 9:00", "2026-01-05 09:00"),
      ("01/05/26 0900", "2026-01-05 09:00"),
      ("05-JAN-2026 09:00", "2026-01-05 09:00"),
      ("5-jan-26 23:59", "2026-01-05 23:59"),
      ("20260105090000", "2026-01-05 09:00"),
      ("202601050900", "2026-01-05 09:00"),
      ("2024-02-29 00:00", "2024-02-29 00:00"),
      ("2026-01-05 090059", "2026-01-05 09:00"),
      ("2026/01/05 09:00", "2026-01-05 09:00"),
      ("01-05-2026 9:00 a.m.", "2026-01-05 09:00"),
      ("1/5/2026 9:00 P", "2026-01-05 21:00"),
      ("05JAN2026:09:00:00", "2026-01-05 09:00"),
      ("5 Jan 2026 9:00 PM", "2026-01-05 21:00"),
      ("05-JAN-26 09.00.59.000000 AM", "2026-01-05 09:00"),
      ("Jan  5 2026  9:00AM", "2026-01-05 09:00"),
      ("January 5, 2026 9:00 AM", "2026-01-05 09:00"),
      ("May 5, 2026 9:00 AM", "2026-05-05 09:00"),
      ("20260105T090000", "2026-01-05 09:00"),
      ("20260105 0900", "2026-01-05 09:00"),
      ("20260105090000.1234", "2026-01-05 09:00"),
      ("45662.63", "2025-01-05 15:07"),
      ("45662.629861111", "2025-01-05 15:07"),
      ("45662.62986111111111111", "2025-01-05 15:07"),
      ("45662.999999", "2025-01-06 00:00"),
      ("  2026-01-05 09:00  ", "2026-01-05 09:00"),
    ])
  func understood(text: String, moment: String) throws {
    let result = try #require(read(text))
    #expect(result.moment?.description == moment)
  }

  @Test(
    "An offset makes a time absolute",
    arguments: [
      ("2026-01-05T09:00:00Z", 0, "2026-01-05T09:00:00Z"),
      ("2026-01-05T09:00:00-05:00", -300, "2026-01-05 14:00"),
      ("2140-10-05 09:43:00+00:00", 0, "2140-10-05 09:43"),
      ("2026-01-05 09:00 +05:30", 330, "2026-01-05 03:30"),
      ("20260105090000-0500", -300, "2026-01-05 14:00"),
      ("20260105T090000Z", 0, "2026-01-05 09:00"),
      ("2026-01-05 09:00:00 UTC", 0, "2026-01-05 09:00"),
      ("2026-01-05 09:00:00-05", -300, "2026-01-05 14:00"),
    ])
  func offsets(text: String, offset: Int, same: String) throws {
    let result = try #require(read(text))
    #expect(result.offsetMinutes == offset)
    #expect(result.moment == read(same)?.moment)
  }

  @Test(
    "What is no date or time is refused",
    arguments: [
      "", " ", "yesterday", "2026-02-29 09:00", "2026-13-05 09:00", "2026-00-05 09:00", "2026-01-32 09:00",
      "2026-01-05 24:00", "2026-01-05 23:60", "2026-01-05 09:00:60", "2026-01-05T", "2026-01-0509:00",
      "13/13/2026 09:00", "1/5/2026 13:00 PM", "1/5/2026 0:30 AM", "1/5/026 9:00", "05-FOO-2026 09:00",
      "20260230090000", "2026010509000", "2026-01-05 09:00x", "2026-01-05 09:00.", "2026-01-05 9",
      "2026-01-05 09:00 +15:00", "1,5,2026 9:00", "2026-01/05 09:00", "26-01-05 09:00", "05.01.2026 09:00",
      "05JAN-2026 09:00", "Jan5 2026 09:00", "Janu 5, 2026 09:00", "45662.", "45662.63x", "4566.5", "456621.5",
      "05-JAN-2026:", "2026-01-05 09:00 EST", "2026-01-05 9.00", "20260105T",
    ])
  func refused(text: String) {
    #expect(read(text) == nil)
  }

  @Test("A day alone and a time alone are told apart")
  func parts() throws {
    let day = try #require(read("2026-01-05"))
    #expect(day.date?.description == "2026-01-05")
    #expect(day.minuteOfDay == nil && day.moment == nil)
    for text in ["09:05", "9:05", "0905", "905", "9:05 AM", "09:05:30"] {
      let time = try #require(read(text), "\(text)")
      #expect(time == TimeText(minuteOfDay: 545), "\(text)")
    }
  }
}

@Suite("The format of a column of times")
struct ColumnTimeFormatTests {
  private func format(
    _ values: [String], given: DateOrder? = nil, neighbours: DateOrder? = nil
  ) throws -> ColumnTimeFormat {
    var sample = ColumnTimeSample()
    for value in values { sample.note(value.utf8.span) }
    return try ColumnTimeFormat(sample, given: given, neighbours: neighbours)
  }

  private func read(_ text: String, by format: ColumnTimeFormat) throws -> TimeText? {
    try format.read(text.utf8.span)
  }

  @Test("Month comes first unless a first number over 12 shows otherwise (IN-22)")
  func order() throws {
    #expect(try format(["3/4/2026 9:00"]).order == .monthDay)
    #expect(try format(["3/4/2026 9:00", "12/12/2026 9:00"]).order == .monthDay)
    #expect(try format(["3/4/2026 9:00", "13/4/2026 9:00"]).order == .dayMonth)
    let dayMonth = try format(["3/4/2026 9:00", "13/4/2026 9:00"])
    #expect(try read("3/4/2026 9:00", by: dayMonth)?.moment?.description == "2026-04-03 09:00")
  }

  @Test("An ambiguous column takes the order of its neighbours")
  func neighbours() throws {
    let format = try format(["3/4/2026 9:00"], neighbours: .dayMonth)
    #expect(try read("3/4/2026 9:00", by: format)?.moment?.description == "2026-04-03 09:00")
  }

  @Test("Both kinds in the first values stop the run")
  func disagreement() {
    #expect(throws: ColumnTimeFormat.OrderContradiction.self) { _ = try format(["4/13/2026 9:00", "13/4/2026 9:00"]) }
  }

  @Test("A later value of the other kind stops the run, in either direction")
  func laterContradiction() throws {
    let monthDay = try format(["3/4/2026 9:00"])
    #expect(throws: ColumnTimeFormat.OrderContradiction.self) { _ = try read("13/4/2026 9:00", by: monthDay) }
    let dayMonth = try format(["13/4/2026 9:00"])
    #expect(throws: ColumnTimeFormat.OrderContradiction.self) { _ = try read("4/13/2026 9:00", by: dayMonth) }
  }

  @Test("With the order named, a misfit is a row problem and stops nothing")
  func givenOrder() throws {
    let format = try format(["4/13/2026 9:00", "13/4/2026 9:00"], given: .dayMonth)
    #expect(try read("13/4/2026 9:00", by: format)?.moment?.description == "2026-04-13 09:00")
    #expect(try read("4/13/2026 9:00", by: format) == nil)
  }

  @Test("A value in another form than the column's is tried against all forms (IN-21)")
  func misfit() throws {
    let format = try format(["2026-01-05 09:00"])
    #expect(try read("05-JAN-2026 10:00", by: format)?.moment?.description == "2026-01-05 10:00")
    #expect(try read("noon", by: format) == nil)
  }

  @Test("A date that is none in either order is no evidence and stops nothing")
  func impossibleDate() throws {
    let format = try format(["4/13/2026 9:00"])
    #expect(try read("31/31/2026 9:00", by: format) == nil)
  }
}
