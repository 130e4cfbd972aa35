import Coding
import Infusion
import Reconciliation
import Testing

/// Lines as `5 J1745-JW x9`, then days and codes that are not counted as `5 J1745 ?`.
private func lines(_ rows: [String]) -> [String] {
  let units = DrugUnits(of: drugEncounter(rows), billing: .forTests)
  let counted = units.totals.flatMap(\.lines).map { line in
    let name = ([line.code.description] + line.modifiers.map(\.description)).joined(separator: "-")
    return "\(line.serviceDate.fields.day) \(name) x\(line.units)"
  }
  return counted + units.uncounted.map { "\($0.notice.date?.fields.day ?? 0) \($0.code) ?" }
}

@Test(
  "DRUG-01, DRUG-08: doses become units",
  arguments: [
    ("exactly whole units", ["J1745 infliximab 300 mg"], ["5 J1745 x30"]),
    ("a begun unit counts", ["J1745 infliximab 300.1 mg"], ["5 J1745 x31"]),
    ("rounded once, after adding", ["J1745 infliximab 5 mg", "J1745 infliximab 5 mg"], ["5 J1745 x1"]),
    ("each day for itself", ["J1745 infliximab 5 mg", "J1745 infliximab 5 mg day 6"], ["5 J1745 x1", "6 J1745 x1"]),
    ("tenths are exact", ["J2506 pegfilgrastim 0.1 mg", "J2506 pegfilgrastim 0.4 mg"], ["5 J2506 x1"]),
    ("grams for milligrams", ["J1745 infliximab 0.3 g"], ["5 J1745 x30"]),
    ("milligrams for micrograms", ["J1750 iron 1.001 mg"], ["5 J1750 x21"]),
    ("micrograms for milligrams", ["J1745 infliximab 10001 MCG"], ["5 J1745 x2"]),
    ("million units for units", ["J3490 penicillin 2.4 million_units"], ["5 J3490 x24"]),
    ("IU are units", ["J0885 epoetin 40000 IU"], ["5 J0885 x40"]),
    ("milliequivalents", ["J3480 potassium 20 mEq"], ["5 J3480 x10"]),
    ("volume where the code is by volume", ["J7050 saline 1 L"], ["5 J7050 x4"]),
    ("a vaccine is one dose", ["90632 vaccine 1 mL"], ["5 90632 x1"]),
    ("milliliters of a drug by weight", ["J1745 infliximab 30 mL"], ["5 J1745 ?"]),
    ("units of a drug by weight", ["J1745 infliximab 30 units"], ["5 J1745 ?"]),
    ("a rate is no dose", ["J1745 infliximab 30 mg/hr"], ["5 J1745 ?"]),
    ("MU may be milliunits", ["J3490 penicillin 2 MU"], ["5 J3490 ?"]),
    ("no dose", ["J1745 infliximab"], ["5 J1745 ?"]),
    ("a dose of nothing", ["J1745 infliximab 0 mg"], ["5 J1745 ?"]),
    ("one of two is not known", ["J1745 infliximab 30 mg", "J1745 infliximab 1 vial"], ["5 J1745 ?"]),
    ("no unit in the table", ["J9999 unmeasured 5 mg"], ["5 J9999 ?"]),
    ("held", ["J1745 infliximab 300 mg held"], []),
    ("J2505 went to J2506", ["J2505 pegfilgrastim 6 mg"], ["5 J2506 x12"]),
    ("the only code of the drug", ["nivolumab 240 mg"], ["5 J9299 x240"]),
    ("swallowed", ["nivolumab 240 mg oral"], []),
    ("the drug has two codes", ["infliximab 300 mg"], []),
    ("one bag, paused", ["J1745 infliximab 300 mg bag A", "J1745 infliximab 300 mg bag A"], ["5 J1745 x30"]),
    ("one bag, doses differ", ["J1745 infliximab 300 mg bag A", "J1745 infliximab 100 mg bag A"], ["5 J1745 ?"]),
    ("two shots of one dose", ["J9299 nivolumab 40 mg bag A SC", "J9299 nivolumab 40 mg bag A SC"], ["5 J9299 x80"]),
  ] as [(String, [String], [String])])
func countsUnits(name: String, rows: [String], expected: [String]) {
  #expect(lines(rows) == expected)
}

@Test(
  "DRUG-02, DRUG-03: what is left of single-dose containers",
  arguments: [
    ("the example of the specification", ["J1745 infliximab 305 mg from 400 mg"], ["5 J1745 x31", "5 J1745-JW x9"]),
    ("nothing left", ["J1745 infliximab 400 mg from 400 mg Medicare"], ["5 J1745-JZ x40"]),
    ("only Medicare is told so", ["J1745 infliximab 400 mg from 400 mg"], ["5 J1745 x40"]),
    ("the last unit covers the rest", ["J1745 infliximab 395 mg from 400 mg Medicare"], ["5 J1745-JZ x40"]),
    ("a whole unit left", ["J1745 infliximab 390 mg from 400 mg"], ["5 J1745 x39", "5 J1745-JW x1"]),
    ("a part of a unit opened", ["J1745 infliximab 300 mg from 309 mg"], ["5 J1745 x30"]),
    ("opened in grams", ["J1745 infliximab 305 mg from 0.4 g"], ["5 J1745 x31", "5 J1745-JW x9"]),
    (
      "two doses of a day", ["J1745 infliximab 105 mg from 200 mg", "J1745 infliximab 105 mg from 200 mg"],
      ["5 J1745 x21", "5 J1745-JW x19"]
    ),
    ("several doses a container", ["J1745 infliximab 305 mg multi"], ["5 J1745 x31"]),
    (
      "only the single-dose part counts", ["J1745 infliximab 305 mg multi", "J1745 infliximab 50 mg from 100 mg"],
      ["5 J1745 x36", "5 J1745-JW x5"]
    ),
    ("opened in vials is not guessed", ["J1745 infliximab 305 mg from 4 vials"], ["5 J1745 x31"]),
    ("less opened than given", ["J1745 infliximab 305 mg from 300 mg"], ["5 J1745 x31"]),
    (
      "one bag opened once",
      ["J1745 infliximab 305 mg from 400 mg bag A", "J1745 infliximab 305 mg from 400 mg bag A"],
      ["5 J1745 x31", "5 J1745-JW x9"]
    ),
  ] as [(String, [String], [String])])
func countsWaste(name: String, rows: [String], expected: [String]) {
  #expect(lines(rows) == expected)
}

@Test func tellsHowUnitsAndWasteComeAbout() throws {
  let units = DrugUnits(of: drugEncounter(["J1745 infliximab 305 mg from 400 mg"]), billing: .forTests)
  let lines = try #require(units.totals.first).lines
  #expect(lines[0].story == "Infliximab 305 mg, at 10 mg a unit, is 31 units, the last one begun")
  #expect(lines[0].rules == ["DRUG-01"])
  #expect(lines[0].rows == [record(1)])
  #expect(lines[1].story == "400 mg opened hold 40 units; less the 31 given, 9 went to waste")
  #expect(lines[1].rules == ["DRUG-02", "DRUG-03"])
}

@Test(arguments: [
  (
    "J1745 infliximab 30 mL",
    "Infliximab: 30 mL cannot be converted to units of 10 mg, so units of J1745 are not counted"
  ),
  ("J1745 infliximab", "Infliximab: a row names no dose, so units of J1745 are not counted"),
  ("J9999 unmeasured 1 mg", "Unmeasured: no table gives the unit of J9999, so units of J9999 are not counted"),
])
func tellsWhyUnitsAreNotCounted(row: String, sentence: String) throws {
  let notice = try #require(DrugUnits(of: drugEncounter([row]), billing: .forTests).uncounted.first).notice
  #expect(notice.sentence == sentence)
  #expect(notice.kind == .drugUnitUnknown)
  #expect(notice.rules == ["DRUG-08"])
}

@Test func everyDoseThatIsLetInCanBeAddedUp() throws {
  let amount = try #require(ExactDecimal("999999999.999999999"))
  let most = try #require(Dose(amount, .gram))
  #expect(Dose(ExactDecimal(1_000_000_000), .gram) == nil)
  #expect(Dose(ExactDecimal(-1), .gram) == nil)
  var given = drugRow(1, "J1750 iron")
  given.dose = most
  let rows = (1...100).map { _ in given }
  let units = DrugUnits(of: Encounter(id: "E1", setting: .facility, rows: rows), billing: .forTests)
  #expect(units.totals.first?.units == 2_000_000_000_000_000)
}

@Test func dosesOfMoreUnitsThanCanBeCountedAreTold() throws {
  let billionth = BillingUnit(ExactDecimal(mantissa: 1, scale: 9), .microgram)
  let billing = DrugBilling(
    units: [ProcedureCode("J1750"): billionth], drugs: [:], activeCodes: [], successors: [:])
  let units = DrugUnits(of: drugEncounter(["J1750 iron 9000 g", "J1750 iron 300 g"]), billing: billing)
  #expect(units.totals.isEmpty)
  #expect(DrugUnits(of: drugEncounter(["J1750 iron 9000 g"]), billing: billing).totals.count == 1)
  let notice = try #require(units.uncounted.first).notice
  let reason = "the doses are more units of 0.000000001 mcg than can be counted"
  #expect(notice.sentence == "Iron: \(reason), so units of J1750 are not counted")
}

@Test(arguments: [
  ("10", "10", 1, 1), ("10.1", "10", 1, 2), ("0", "10", 0, 0), ("9.99", "10", 0, 1), ("0.3", "0.1", 3, 3),
  ("0.1", "0.3", 0, 1),
])
func quotientsAreExact(number: String, divisor: String, floor: Int, ceiling: Int) throws {
  let (number, divisor) = (try #require(ExactDecimal(number)), try #require(ExactDecimal(divisor)))
  #expect(number.floorQuotient(dividedBy: divisor) == floor)
  #expect(number.ceilingQuotient(dividedBy: divisor) == ceiling)
  #expect(number.ceilingQuotient(dividedBy: .zero) == nil)
}

@Test(arguments: [
  ("mg", "mg"), ("MG", "mg"), ("Units", "units"), ("I.U.", "units"), ("International Units", "units"),
  ("million units", "million units"), ("mEq", "mEq"), ("µg", "mcg"), ("mg/kg", "mg/kg"), ("mg PE", "mg pe"),
  ("mL/hr", "ml/hr"), ("", ""),
])
func readsUnits(text: String, unit: String) {
  #expect(DoseUnit(text).description == unit)
}
