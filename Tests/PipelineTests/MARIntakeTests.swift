import CSV
import Infusion
import Pipeline
import Testing

@Suite("A row of a medication administration record")
struct MARIntakeTests {
  private let simple = MARFixture("encounter_id,drug,route,start,stop")
  private let timed = MARFixture("encounter_id,drug,route,action,start,stop,duration_min,duration_unit")

  @Test("Drug, route and times are read; the id stays text")
  func plainRow() throws {
    let read = try simple.row("0027411876.0,KETOROLAC 30 mg,IVPB,2026-01-05 09:00,2026-01-05 09:45:59")
    #expect(read.encounterID == "0027411876")
    #expect(read.row.drug == DrugKey(ingredients: ["ketorolac"]))
    #expect(read.row.drugClass == .therapeutic)
    #expect(read.row.route == .intravenous)
    #expect(read.row.technique == .infusion)
    #expect(read.row.start?.description == "2026-01-05 09:00")
    #expect(read.row.stop?.description == "2026-01-05 09:45")
    #expect(read.row.isGiven)
    #expect(read.row.facts.isEmpty)
  }

  @Test(
    "The technique is the one written, else that of the route, else an injection under the skin or into muscle",
    arguments: [
      ("IV", "", Technique.unknown), ("IVPB", "", .infusion), ("IVP", "", .push), ("IVPB", "push", .push),
      ("IVPB", "unknown", .infusion), ("IV", "by hand", .unknown), ("SC", "", .injection), ("IM", "", .injection),
      ("PO", "", .unknown),
    ])
  func technique(route: String, written: String, technique: Technique) throws {
    let file = MARFixture("encounter_id,drug,route,start,technique")
    #expect(try file.row("7,ketorolac,\(route),2026-01-05 09:00,\(written)").row.technique == technique)
  }

  @Test(
    "Doses are amounts with units; what is none rejects no row",
    arguments: [
      ("650,mg", "650 mg"), ("650 mg,", "650 mg"), ("650 mg,mL", "650 mg"), ("0.5,MG", "0.5 mg"),
      ("5 million units,", "5 million units"), ("650,", "650 "), ("1,tab", "1 tab"), ("40,units/hr", "40 units/hr"),
      ("see notes,mg", nil), ("10-20,mg", nil), ("-5,mg", nil), (",mg", nil),
    ] as [(String, String?)])
  func dose(cells: String, dose: String?) throws {
    let file = MARFixture("encounter_id,drug,route,start,dose,dose_unit,opened,opened_unit,single_dose")
    let row = try file.row("7,ketorolac,IV,2026-01-05 09:00,\(cells),\(cells),yes").row
    #expect(row.dose?.description == dose)
    #expect(row.opened?.description == dose)
    #expect(row.isSingleDose == true)
  }

  @Test(
    "Whether a container serves one dose is not guessed",
    arguments: [("yes", true), ("N", false), ("", nil), ("maybe", nil)] as [(String, Bool?)])
  func singleDose(text: String, answer: Bool?) throws {
    let file = MARFixture("encounter_id,drug,route,start,single_dose")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,\(text)").row.isSingleDose == answer)
  }

  @Test(
    "The stop comes from the stop, else from the duration",
    arguments: [
      ("2026-01-05 09:30,,", "09:30"), (",90,", "10:30"), (",1.5 h,", "10:30"), (",1.5,hours", "10:30"),
      ("2026-01-05 09:30,90,", "09:30"), (",,", nil), (",0,", "09:00"),
    ] as [(String, String?)])
  func stop(cells: String, clock: String?) throws {
    #expect(try timed.row("7,ketorolac,IV,,2026-01-05 09:00,\(cells)").row.stop?.clock == clock)
  }

  @Test(
    "A row that cannot be used names field, value and rule",
    arguments: [
      (",ketorolac,IV,given,2026-01-05 09:00,,,", "encounter_id", "", "IN-50"),
      ("7,,IV,given,2026-01-05 09:00,,,", "drug", "", "IN-50"),
      ("7,ketorolac,,given,2026-01-05 09:00,,,", "route", "", "IN-50"),
      ("7,ketorolac,telepathy,given,2026-01-05 09:00,,,", "route", "telepathy", "IN-50"),
      ("7,ketorolac,IV,wished,2026-01-05 09:00,,,", "action", "wished", "IN-34"),
      ("7,ketorolac,IV,given,,,,", "start", "", "IN-20"),
      ("7,ketorolac,IV,given,soon,,,", "start", "soon", "IN-20"),
      ("7,ketorolac,IV,given,2026-01-05,,,", "start", "2026-01-05", "IN-20"),
      ("7,ketorolac,IV,given,09:00,,,", "start", "09:00", "IN-24"),
      ("7,ketorolac,IV,given,1989-12-31 09:00,,,", "start", "1989-12-31 09:00", "IN-25"),
      ("7,ketorolac,IV,given,2101-01-01 09:00,,,", "start", "2101-01-01 09:00", "IN-25"),
      ("7,ketorolac,IV,given,2026-01-05 09:00,,-5,", "duration_min", "-5", "IN-50"),
      ("7,ketorolac,IV,given,2026-01-05 09:00,,while,", "duration_min", "while", "IN-50"),
      ("7,#N/A,IV,given,2026-01-05 09:00,,,", "drug", "#N/A", "IN-50"),
      ("7,ketorolac,IV,given,2026-01-05 09:00,#NOT COMPUTED,,", "stop", "#NOT COMPUTED", "IN-50"),
      ("#REF!,ketorolac,IV,given,2026-01-05 09:00,,,", "encounter_id", "#REF!", "IN-50"),
      ("7,ketorolac,IV", "", "3", "IN-06"),
      ("7,ketorolac,IV,given,2026-01-05 09:00,,,,", "", "9", "IN-06"),
      ("Total rows: 1234", "", "1", "IN-06"),
    ])
  func problems(line: String, field: String, value: String, rule: String) throws {
    let problem = try timed.problem(line)
    #expect(problem.field == field)
    #expect(problem.value == value)
    #expect(problem.rule == rule)
    #expect(problem.raw == Array(line.utf8))
    #expect(problem.source == SourceRow(file: 0, line: 2, row: 1))
    #expect(!problem.problem.isEmpty && !problem.fix.isEmpty)
  }

  @Test("What a spreadsheet leaves in a column that is not read rejects nothing, nor does a drug called #5")
  func errorsElsewhere() throws {
    let row = try MARFixture("encounter_id,drug,route,start,looked up")
      .row("7,#5 house mix,IV,2026-01-05 09:00,#N/A").row
    #expect(row.drugName.contains("#5"))
  }

  @Test("A site written over two lines is the site", arguments: ["PIV L AC", "PIV\nL AC", "PIV  L\u{A0}AC"])
  func siteOnTwoLines(site: String) throws {
    #expect(
      try MARFixture("encounter_id,drug,route,start,site").row("7,ketorolac,IV,2026-01-05 09:00,\(site)").row.site
        == "PIV L AC")
  }

  @Test("A rejected row names the encounter that lost it (IN-51)")
  func encounterOfProblem() throws {
    #expect(try timed.problem("7.0,ketorolac,telepathy,given,2026-01-05 09:00,,,").encounterID == "7")
    #expect(try timed.problem(",ketorolac,IV,given,2026-01-05 09:00,,,").encounterID == nil)
  }

  @Test(
    "With a start and a stop every entry of an infusion means given (IN-31)",
    arguments: ["", "given", "New Bag", "[Stopped]", "Paused", "Rate Change"])
  func intervals(action: String) throws {
    #expect(try timed.row("7,ketorolac,IV,\(action),2026-01-05 09:00,2026-01-05 10:00,,").row.isGiven)
  }

  @Test("A dose that was never given is kept, not given, whatever else is missing (IN-33)")
  func notGiven() throws {
    let read = try timed.row("7,ketorolac,?,Refused,2026-01-05 09:00,,,")
    #expect(!read.row.isGiven)
    #expect(read.row.route == .other)
  }

  @Test("A void row is excluded and not looked at further (IN-33)")
  func void() throws {
    guard case .excluded(let row) = try timed.read("7,,,Voided,,,,") else {
      Issue.record("not excluded")
      return
    }
    #expect(row.reason == .void)
    #expect(row.encounterID == "7")
  }

  @Test(
    "A status beside the action only says whether the row was given",
    arguments: [("Refused", false), ("Verified", true), ("Stopped", true), ("", true)])
  func status(status: String, isGiven: Bool) throws {
    let file = MARFixture("encounter_id,drug,route,action,status,action_time,last_seen_running")
    let row = try file.row("7,ketorolac,IV,given,\(status),2026-01-05 09:00,2026-01-05 09:40").row
    #expect(row.isGiven == isGiven)
    #expect(row.start?.clock == "09:00")
    #expect(row.lastSeenRunning?.clock == "09:40")
  }

  @Test("Any year is taken when years are shifted on purpose (IN-25), but not one beyond reckoning")
  func anyYear() throws {
    var file = simple
    file.settings.allowsAnyYear = true
    #expect(try file.row("7,ketorolac,IV,2178-05-15 09:10,").row.start?.description == "2178-05-15 09:10")
    #expect(try file.problem("7,ketorolac,IV,9999-12-31 00:00,").rule == "IN-25")
  }

  @Test(
    "A time alone takes its day from elsewhere; an earlier stop is on the next day (IN-24)",
    arguments: [
      ("2026-01-05,23:30,00:15", "2026-01-05 23:30", "2026-01-06 00:15"),
      ("2026-01-05,09:00,09:30", "2026-01-05 09:00", "2026-01-05 09:30"),
      ("2026-01-05,09:00,09:00", "2026-01-05 09:00", "2026-01-05 09:00"),
      ("2026-01-05 00:00,9:00 AM,1:00 PM", "2026-01-05 09:00", "2026-01-05 13:00"),
    ])
  func clockOnly(cells: String, start: String, stop: String) throws {
    let row = try MARFixture("encounter_id,drug,route,service_date,start,stop").row("7,ketorolac,IV,\(cells)").row
    #expect(row.start?.description == start)
    #expect(row.stop?.description == stop)
  }

  @Test("Date and time may stand in two columns; then the stop's day is its own")
  func splitColumns() throws {
    let file = MARFixture("encounter_id,drug,route,start_date,start_time,stop_date,stop")
    let row = try file.row("7,ketorolac,IV,1/5/2026,2330,1/6/2026,0015").row
    #expect(row.start?.description == "2026-01-05 23:30")
    #expect(row.stop?.description == "2026-01-06 00:15")
    let reversed = try file.row("7,ketorolac,IV,1/5/2026,2330,1/5/2026,0015").row
    #expect(reversed.stop?.description == "2026-01-05 00:15")
  }

  @Test("A full date before the start is kept for the coding rules to judge (ALG-02)")
  func reversedTimes() throws {
    let row = try simple.row("7,ketorolac,IV,2026-01-05 09:00,2026-01-05 08:00").row
    #expect(row.stop?.description == "2026-01-05 08:00")
  }

  @Test("A row without a start is dated by its stop or by when it was due (TIME-11)")
  func missingStart() throws {
    #expect(try simple.row("7,ketorolac,IV,,2026-01-05 08:00").row.stop?.description == "2026-01-05 08:00")
    let due = try MARFixture("encounter_id,drug,route,start,due_time").row("7,ketorolac,IV,,2026-01-05 08:00").row
    #expect(due.start == nil)
    #expect(due.due?.description == "2026-01-05 08:00")
  }

  @Test("The line of a day-first date in a month-first file stops the run with the line (IN-22)")
  func contradiction() throws {
    var intake = try simple.intake(sample: ["7,ketorolac,IV,3/4/2026 09:00,"])
    #expect(throws: IntakeError.mixedDateOrder(file: "mar.csv", line: 2, column: "start")) {
      _ = try intake.read(simple.record("7,ketorolac,IV,13/4/2026 09:00,"))
    }
  }

  @Test("Both kinds of dates among the first rows stop the run too, unless the order is named")
  func contradictionInSample() throws {
    let lines = ["7,ketorolac,IV,4/13/2026 09:00,", "7,ketorolac,IV,13/4/2026 09:00,"]
    #expect(throws: IntakeError.mixedDateOrder(file: "mar.csv", line: 2, column: "start")) {
      _ = try simple.intake(sample: lines)
    }
    var named = simple
    named.settings.dateOrder = .dayMonth
    var intake = try named.intake(sample: lines)
    guard case .rejected(let problem) = try intake.read(named.record(lines[0])) else {
      Issue.record("not rejected")
      return
    }
    #expect(problem.rule == "IN-20")
    guard case .row = try intake.read(named.record(lines[1])) else {
      Issue.record("not a row")
      return
    }
  }

  @Test("A stop column whose dates are all ambiguous follows the start column")
  func neighbouringColumns() throws {
    let row = try simple.row("7,ketorolac,IV,31/1/2026 23:00,1/2/2026 00:30").row
    #expect(row.stop?.description == "2026-02-01 00:30")
  }

  @Test(
    "What a row says of itself becomes facts",
    arguments: [
      ("kvo,,,", RowFacts.keepOpen), ("flush,,,", .flush), ("hydration,,,", .indicationDocumented),
      ("vomiting,,,", .indicationDocumented), ("N/A,,,", []), (",yes,,", .primaryReason), (",no,,", []),
      (",,failed line,", .secondSiteJustified), (",,,Medicare", .medicare), (",,,Medicare Advantage", []),
    ] as [(String, RowFacts)])
  func facts(cells: String, facts: RowFacts) throws {
    let file = MARFixture("encounter_id,drug,route,start,purpose,primary_reason,second_site_reason,payer")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,\(cells)").row.facts == facts)
  }

  @Test("A class on the row goes before the formulary; an unknown drug is therapeutic by default (IN-41)")
  func drugClass() throws {
    let file = MARFixture("encounter_id,drug,route,start,drug_class")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,Chemo").row.drugClass == .chemo)
    let unknown = try file.row("7,Newdrug 5 mg,IV,2026-01-05 09:00,").row
    #expect(unknown.drugClass == .therapeutic)
    #expect(unknown.facts == .classDefaulted)
    #expect(unknown.drug == DrugKey(ingredients: ["newdrug"]))
    #expect(try file.problem("7,ketorolac,IV,2026-01-05 09:00,magic").field == "drug_class")
  }

  @Test("Drugs that no table knows are counted by row")
  func unknownDrugs() throws {
    var intake = try simple.intake()
    for drug in ["Newdrug", "ketorolac", "Newdrug"] {
      _ = try intake.read(simple.record("7,\(drug),IV,2026-01-05 09:00,"))
    }
    #expect(intake.drugs.unknownRows == ["Newdrug": 2])
  }

  @Test("Volume, rate, push length and lesions are exact numbers")
  func numbers() throws {
    let file = MARFixture("encounter_id,drug,route,start,volume_ml,rate,rate_unit,push_minutes,lesions")
    let row = try file.row("7,ketorolac,IV,2026-01-05 09:00,1000 mL,125.50,mL/hr,3,8").row
    #expect(row.volumeMilliliters?.description == "1000")
    #expect(row.rateMillilitersPerHour?.description == "125.5")
    #expect(row.pushMinutes == 3)
    #expect(row.lesions == 8)
    let other = try file.row("7,ketorolac,IV,2026-01-05 09:00,see chart,5,mcg/kg/min,,").row
    #expect(other.volumeMilliliters == nil && other.rateMillilitersPerHour == nil)
    #expect(try file.problem("7,ketorolac,IV,2026-01-05 09:00,,,,,some").field == "lesions")
    #expect(try file.problem("7,ketorolac,IV,2026-01-05 09:00,,,,slow,").field == "push_minutes")
  }

  @Test("Of several problems the first in the order of reading rejects the row")
  func severalProblems() throws {
    let file = MARFixture("encounter_id,drug,route,start,setting,pos,encounter_start,billed_code")
    let start = "7,ketorolac,IV,2026-01-05 09:00"
    #expect(try file.problem(start + ",nobody,xx,never,none").field == "setting")
    #expect(try file.problem(start + ",,xx,never,none").field == "pos")
    #expect(try file.problem(start + ",,,never,none").field == "encounter_start")
    #expect(try file.problem(start + ",,,,none").field == "code")
  }

  @Test("Repetitions are known however many rows came before")
  func manyRows() {
    var filter = DuplicateFilter()
    let rows = (0..<5_000).map { number in
      var row = RowFingerprint()
      row.add(Array("row \(number)".utf8).span)
      return row
    }
    #expect(rows.allSatisfy { filter.isFirst($0) })
    #expect(!rows.contains { filter.isFirst($0) })
  }

  @Test("The site is the access, without the lumen, and no part of the body for an injection")
  func sites() throws {
    let file = MARFixture("encounter_id,drug,route,start,site")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,PIV L AC").row.site == "PIV L AC")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,PICC - red lumen").row.site == "PICC")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,PICC (distal lumen)").row.site == "PICC")
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,").row.site == nil)
    #expect(try file.row("7,ketorolac,SC,2026-01-05 09:00,Left arm").row.site == nil)
  }

  @Test("A mixed file carries billed codes on its rows (IN-01)")
  func mixedFile() throws {
    let file = MARFixture("encounter_id,drug,route,start,billed_code,billed_units,billed_modifiers,pos,setting")
    let read = try file.row("7,ketorolac,IV,2026-01-05 09:00,96374,2,59,22,facility")
    let charge = try #require(read.charge)
    #expect(charge.code == ProcedureCode("96374"))
    #expect(charge.units == 2)
    #expect(charge.modifiers == [Modifier("59")])
    #expect(charge.serviceDate?.description == "2026-01-05")
    #expect(read.placeOfService == "22")
    #expect(read.setting == .facility)
    #expect(try file.row("7,ketorolac,IV,2026-01-05 09:00,99213,1,,,").charge == nil)
  }

  @Test("Equal rows have equal fingerprints and others have not (IN-12)")
  func fingerprints() throws {
    var filter = DuplicateFilter()
    func isFirst(_ line: String) throws -> Bool { filter.isFirst(try simple.row(line).fingerprint) }
    #expect(try isFirst("7,ketorolac,IV,2026-01-05 09:00,"))
    #expect(try !isFirst("7,ketorolac,IV,2026-01-05 09:00,"))
    #expect(try isFirst("7,ketorolac,IV,,2026-01-05 09:00"))
    #expect(try isFirst("7,ketorolac,IV,2026-01-05 09:01,"))
  }
}
