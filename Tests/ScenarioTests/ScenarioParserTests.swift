import Coding
import Infusion
import Testing

/// The reader of scenarios: what it understands, and what it says of mistakes.
@Suite struct ScenarioParserTests {
  static let start = "setting: facility\ndate: 2026-01-05\n\ngiven\n| drug | class | route | start | more |\n"
  static let drug = "| drug a | THER | IV | 09:00 | |\n"
  static let charges = "expect\n| code | units | because |\n"

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let line: Int
    let problem: ScenarioError.Problem

    init(_ name: String, _ text: String, line: Int, _ problem: ScenarioError.Problem) {
      testDescription = name
      self.text = text
      self.line = line
      self.problem = problem
    }
  }

  @Test(arguments: [
    Mistake("empty file", "", line: 1, .missing("given")),
    Mistake("no expectation", start + drug, line: 4, .missing("expect")),
    Mistake("expectation first", "expect", line: 1, .outOfPlace("expect")),
    Mistake("table without heading", "| drug |", line: 1, .outOfPlace("a table")),
    Mistake("no setting", "date: 2026-01-05\ngiven", line: 2, .missing("setting")),
    Mistake("no date", "setting: facility\ngiven", line: 2, .missing("date")),
    Mistake("time without a day", "encounter_end: 10:00", line: 1, .outOfPlace("encounter_end")),
    Mistake("unknown setting", "colour: red", line: 1, .unknownSetting(name: "colour")),
    Mistake("unknown line", "hello", line: 1, .unknownLine("hello")),
    Mistake("wrong setting", "setting: home", line: 1, .badValue(field: "setting", value: "home")),
    Mistake("impossible date", "date: 2026-02-29", line: 1, .badValue(field: "date", value: "2026-02-29")),
    Mistake("unknown option", "option: moon=full", line: 1, .unknownOption("moon=full")),
    Mistake(
      "unknown option value", "option: pump_home_code=1", line: 1, .badValue(field: "pump_home_code", value: "1")),
    Mistake(
      "unknown column", "setting: facility\ndate: 2026-01-05\ngiven\n| drug | dose |", line: 4, .unknownColumn("dose")),
    Mistake(
      "missing column", "setting: facility\ndate: 2026-01-05\ngiven\n| drug | class |", line: 4,
      .missingColumn("route")),
    Mistake("too few cells", start + "| drug a | THER |", line: 6, .cellCount(found: 2, expected: 5)),
    Mistake("wrong class", start + "| a | DRUG | IV | | |", line: 6, .badValue(field: "class", value: "DRUG")),
    Mistake("wrong route", start + "| a | THER | EAR | | |", line: 6, .badValue(field: "route", value: "EAR")),
    Mistake("wrong time", start + "| a | THER | IV | 24:00 | |", line: 6, .badValue(field: "time", value: "24:00")),
    Mistake("no drug", start + "| | THER | IV | | |", line: 6, .badValue(field: "drug", value: "")),
    Mistake("unknown flag", start + "| a | THER | IV | | warm |", line: 6, .unknownDetail("warm")),
    Mistake("unknown detail", start + "| a | THER | IV | | color=red |", line: 6, .unknownDetail("color=red")),
    Mistake(
      "wrong volume", start + "| a | THER | IV | | volume=big |", line: 6, .badValue(field: "volume", value: "big")),
    Mistake(
      "backward pause", start + "| a | THER | IV | | pauses=09:20-09:10 |", line: 6,
      .badValue(field: "interval", value: "09:20-09:10")),
    Mistake(
      "units in words", start + drug + charges + "| 96374 | one | |", line: 9, .badValue(field: "units", value: "one")),
    Mistake(
      "unknown notice", start + drug + charges + "notices\n| key | because |\n| ODD | |", line: 11,
      .badValue(field: "key", value: "ODD")),
    Mistake(
      "notice about no row", start + drug + charges + "notices\n| key | rows | because |\n| NO_TIME | 2 | |", line: 11,
      .noSuchRow(2)),
    Mistake(
      "excluded row that is not there",
      start + drug + charges + "excluded\n| row | reason | because |\n| 0 | NB_KVO | |", line: 11, .noSuchRow(0)),
    Mistake("billed before given", "billed", line: 1, .outOfPlace("billed")),
    Mistake(
      "no such status", start + drug + charges + "findings\n| code | status | key | because |\n| 96374 | odd | | |",
      line: 11, .badValue(field: "status", value: "odd")),
    Mistake(
      "billed units in words", start + drug + charges + "billed\n| code | units |\n| 96374 | one |", line: 11,
      .badValue(field: "units", value: "one")),
    Mistake("limit without a way", "unit_limit: 96372=4", line: 1, .badValue(field: "unit_limit", value: "96372=4")),
    Mistake("limit applied oddly", "unit_limit: 9=4/4", line: 1, .badValue(field: "unit_limit", value: "9=4/4")),
    Mistake("odd pair", "code_pair: 96365>96374=2", line: 1, .badValue(field: "code_pair", value: "96365>96374=2")),
  ])
  func pointsAtTheMistake(_ mistake: Mistake) {
    #expect(throws: ScenarioError(path: "case.txt", line: mistake.line, problem: mistake.problem)) {
      try ScenarioParser.parse(mistake.text, path: "case.txt")
    }
  }

  @Test func saysWhereAndWhat() {
    let error = ScenarioError(path: "case.txt", line: 6, problem: .unknownDetail("warm"))
    #expect(error.description == "case.txt:6: 'warm' is no detail of a row")
  }

  @Test func readsTimes() throws {
    let day = try #require(CivilDate(year: 2026, month: 1, day: 5))
    let next = try #require(CivilDate(year: 2026, month: 1, day: 6))
    #expect(try ScenarioTime.time("09:05", on: day) == ClockTime(day, minuteOfDay: 545))
    #expect(try ScenarioTime.time("+1 02:00", on: day) == ClockTime(next, minuteOfDay: 120))
    #expect(try ScenarioTime.time("+1T02:00", on: day) == ClockTime(next, minuteOfDay: 120))
    #expect(try ScenarioTime.time("2026-01-06 02:00", on: day) == ClockTime(next, minuteOfDay: 120))
    let eastern = try ScenarioTime.time("01:30-05:00", on: day)
    #expect(eastern == ClockTime(day, minuteOfDay: 390))
    #expect(eastern.date == day)
  }

  @Test func readsDetailsOfARow() throws {
    let more = "bag=1 flush volume=12.5 payer=medicare pauses=09:10-09:20 status=held"
    let text = Self.start + "| b+A | THER | IV | 09:00 | \(more) |\n" + Self.charges
    let row = try #require(try ScenarioParser.parse(text, path: "case.txt").encounters.first?.encounter.rows.first)
    #expect(row.drug.description == "a+b")
    #expect(row.bag == "1")
    #expect(row.facts == [.flush, .medicare])
    #expect(row.volumeMilliliters == ExactDecimal("12.5"))
    #expect(row.pauses.map(\.minutes) == [10])
    #expect(!row.isGiven)
    #expect(row.source == SourceRow(file: 0, line: 6, row: 1))
  }

  @Test func startsAnotherEncounter() throws {
    let second = "encounter: E2\nencounter_end: 12:00\ngiven\n| drug | class | route |\n| a | THER | IV |\n"
    let first = "date: 2026-01-05\npatient: P1\nencounter_end: 10:00\n" + Self.start + Self.drug
    let text = first + Self.charges + second + Self.charges
    let encounters = try ScenarioParser.parse(text, path: "case.txt").encounters.map(\.encounter)
    #expect(encounters.map(\.id) == ["E1", "E2"])
    #expect(encounters.map(\.patientID) == ["P1", "P1"])
    #expect(encounters.map { $0.rows.map(\.source.row) } == [[1], [2]])
    #expect(encounters.map { $0.departure?.clock } == ["10:00", "12:00"])
  }
}
