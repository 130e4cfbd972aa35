import Infusion
import Pipeline
import Testing

@Suite("A line of a charge export")
struct ChargeIntakeTests {
  private static let headers =
    "encounter_id,cpt,units,modifiers,modifier1,service_date,amount,line_id,status,revenue_code"

  private func read(_ line: String) throws -> ChargeOutcome {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let record = IntakeRecord(source: SourceRow(file: 1, line: 5, row: 4), cells: cells)
    let headers = Self.headers.split(separator: ",").map(String.init)
    let header = try HeaderMap<ChargeField>(
      file: "charges.csv", candidates: [.init(line: 1, cells: headers)], mapping: FileMapping(),
      synonyms: Vocabulary.forTests.chargeHeaders)
    var intake = try ChargeIntake(
      header: header, sample: [record], settings: FileSettings(name: "charges.csv"), vocabulary: .forTests,
      isRelevantCode: { $0.description.hasPrefix("96") || $0.description.hasPrefix("J") })
    return try intake.read(record)
  }

  private func charge(_ line: String) throws -> IntakeCharge {
    guard case .line(let charge) = try read(line) else { throw MARFixture.NotARow() }
    return charge
  }

  @Test(
    "Codes are understood with modifiers, leading zero or decimal point",
    arguments: [
      ("96413", "96413", ""), ("96413-59", "96413", "59"), ("096413", "96413", ""), ("96413.0", "96413", ""),
      ("j1885", "J1885", ""), ("96413-59-xs", "96413", "59 XS"),
    ])
  func codes(text: String, code: String, modifiers: String) throws {
    let line = try charge("7.0,\(text),,,,2026-01-05,,,,").line
    #expect(line.code == ProcedureCode(code))
    #expect(line.modifiers.map(\.description).joined(separator: " ") == modifiers)
    #expect(line.units == 1)
  }

  @Test("An error of a spreadsheet rejects the line of a code that is compared")
  func spreadsheetErrors() throws {
    guard case .rejected(let problem) = try read("7,96413,1,#N/A,,2026-01-05,,,,") else { throw MARFixture.NotARow() }
    #expect((problem.field, problem.rule) == ("modifiers", "IN-50"))
    guard case .ignored = try read("7,80053,1,,,2026-01-05,#VALUE!,,,") else { throw MARFixture.NotARow() }
  }

  @Test("Units, modifiers, date, amount and id are read")
  func wholeLine() throws {
    let charge = try charge("7,96415,-2,59 JW,XS,1/5/2026,(12.00),88.0,posted,")
    #expect(charge.encounterID == "7")
    #expect(charge.line.units == -2)
    #expect(charge.line.modifiers == [Modifier("59"), Modifier("JW"), Modifier("XS")])
    #expect(charge.line.serviceDate?.description == "2026-01-05")
    #expect(charge.line.amount == ExactDecimal(-12))
    #expect(charge.line.lineID == "88")
    #expect(charge.line.source == SourceRow(file: 1, line: 5, row: 4))
  }

  @Test(
    "A line that cannot be used names field and value",
    arguments: [
      (",96413,,,,,,,,", "encounter_id", ""), ("7,,,,,,,,,", "code", ""), ("7,9641,,,,,,,,", "code", "9641"),
      ("7,ABCDE,,,,,,,,", "code", "ABCDE"), ("7,96413,1.5,,,,,,,", "units", "1.5"),
      ("7,96413,,599,,,,,,", "modifiers", "599"), ("7,96413,,,,soon,,,,", "service_date", "soon"),
      ("7,96413,,,,,ten,,,", "amount", "ten"), ("7,96413", "", "2"), ("Total rows: 7", "", "1"),
    ])
  func problems(line: String, field: String, value: String) throws {
    guard case .rejected(let problem) = try read(line) else {
      Issue.record("not rejected: \(line)")
      return
    }
    #expect(problem.field == field)
    #expect(problem.value == value)
  }

  @Test("Lines of other services are ignored, and their day is kept (IN-10)")
  func otherServices() throws {
    guard case .ignored(let line) = try read("7,99213,1,,,2026-01-05,,,,") else {
      Issue.record("not ignored")
      return
    }
    #expect(line.serviceDate?.description == "2026-01-05")
    guard case .ignored = try read("7,,1,,,2026-01-05,,,,0250") else {
      Issue.record("a line with a revenue code and no procedure is not ignored")
      return
    }
  }

  @Test("Void, deleted and reversed lines are dropped", arguments: ["void", "Deleted", "REVERSED"])
  func voidLines(status: String) throws {
    guard case .excluded(let row) = try read("7,96413,1,,,2026-01-05,,,\(status),") else {
      Issue.record("not excluded")
      return
    }
    #expect(row.reason == .void)
  }

  @Test("Only an equal line with an id is the same line (IN-11)")
  func identity() throws {
    let first = try charge("7,96413,1,,,2026-01-05,,88,,").identity
    #expect(first != nil)
    #expect(try charge("7,96413,1,,,2026-01-05,,88,,").identity == first)
    #expect(try charge("7,96413,2,,,2026-01-05,,88,,").identity != first)
    #expect(try charge("7,96413,1,,,2026-01-05,,,,").identity == nil)
  }
}
