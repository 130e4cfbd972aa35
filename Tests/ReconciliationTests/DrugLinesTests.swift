import Coding
import Infusion
import Reconciliation
import Testing

private func result(_ rows: [String], _ lines: [String]) -> EncounterResult {
  var year = TestBook.year
  year.drugBilling = .forTests
  return Reconciler(year: year).findings(
    encounter: drugEncounter(rows), derivation: Derivation(), billed: billed(lines))
}

private func findings(_ rows: [String], _ lines: [String]) -> [Finding] { result(rows, lines).findings }

private let infliximab = "J1745 infliximab 305 mg from 400 mg"
private let medicare = infliximab + " Medicare"
private let nothingLeft = "J1745 infliximab 400 mg from 400 mg Medicare"

@Test(
  "drug lines against doses",
  arguments: [
    ("as documented", [infliximab], ["5 J1745 x31", "5 J1745-JW x9"], []),
    ("on two lines", ["J1745 infliximab 300 mg"], ["5 J1745 x10", "5 J1745 x20"], []),
    ("undated", ["J1745 infliximab 300 mg"], ["- J1745 x30"], []),
    ("a line taken back", ["J1745 infliximab 300 mg"], ["5 J1745 x31", "5 J1745 x-31", "5 J1745 x30"], []),
    ("other payers need not be told of waste", [infliximab], ["5 J1745 x31"], []),
    ("DRUG-01: too few", ["J1745 infliximab 300 mg"], ["5 J1745 x3"], ["5 J1745 30/3 units_low DRUG_UNITS"]),
    ("DRUG-01: too many", ["J1745 infliximab 300 mg"], ["5 J1745 x300"], ["5 J1745 30/300 units_high DRUG_UNITS"]),
    ("no drug is billed", ["J1745 infliximab 300 mg"], ["5 99211"], []),
    (
      "another drug is", ["J1745 infliximab 300 mg", "J9299 nivolumab 240 mg"], ["5 J9299 x240"],
      ["5 J1745 30/- missing DRUG_NOT_BILLED"]
    ),
    (
      "a drug whose code nobody wrote is not asked for", ["epoetin 4000 units", "J9299 nivolumab 240 mg"],
      ["5 J9299 x240"], []
    ),
    ("nothing of it was given", ["J9299 nivolumab 240 mg"], ["5 J9299 x240", "5 J1745 x30"], []),
    ("the next day", ["J1745 infliximab 300 mg"], ["6 J1745 x30"], ["5 J1745 30/30 date DOS_MISMATCH"]),
    (
      "DRUG-08: a dose that does not convert", ["J1745 infliximab 30 mL"], ["5 J1745 x30"],
      ["5 J1745 -/30 review DRUG_UNIT_UNKNOWN"]
    ),
    ("an export without doses", ["J1745 infliximab"], ["5 J1745 x30"], []),
    (
      "one row without a dose", ["J1745 infliximab", "J9299 nivolumab 240 mg"], ["5 J1745 x30", "5 J9299 x240"],
      ["5 J1745 -/30 review DRUG_UNIT_UNKNOWN"]
    ),
    ("a dose that does not convert and is not billed", ["J1745 infliximab 30 mL"], ["5 J9299 x240"], []),
    (
      "DRUG-08: J2505 for J2506", ["J2506 pegfilgrastim 6 mg"], ["5 J2505 x1"],
      ["5 J2505 -/1 unsupported DRUG_OTHER_CODE <> J2506", "5 J2506 12/- missing DRUG_OTHER_CODE <> J2505"]
    ),
    (
      "DRUG-08: a biosimilar has its own code", ["J1745 infliximab 300 mg"], ["5 Q5103 x30"],
      ["5 J1745 30/- missing DRUG_OTHER_CODE <> Q5103", "5 Q5103 -/30 unsupported DRUG_OTHER_CODE <> J1745"]
    ),
    ("DRUG-04: Medicare is told of waste", [medicare], ["5 J1745 x31", "5 J1745-JW x9"], []),
    ("DRUG-04: JW is missing", [medicare], ["5 J1745 x31"], ["5 J1745-JW 9/- missing JW_MISSING"]),
    (
      "DRUG-03: JZ where there was waste", [medicare], ["5 J1745-JZ x31"],
      ["5 J1745 31/31 check JZ_WITH_WASTE", "5 J1745-JW 9/- missing JW_MISSING"]
    ),
    (
      "DRUG-03: JW and JZ", [medicare], ["5 J1745-JZ x31", "5 J1745-JW x9"], ["5 J1745 31/31 check JW_AND_JZ"]
    ),
    (
      "DRUG-03: JW and JZ of different containers", [medicare, nothingLeft],
      ["5 J1745-JZ x40", "5 J1745 x31", "5 J1745-JW x9"], []
    ),
    ("DRUG-04: JZ is there", [nothingLeft], ["5 J1745-JZ x40"], []),
    ("DRUG-04: JZ is missing", [nothingLeft], ["5 J1745 x40"], ["5 J1745-JZ 40/40 check JZ_MISSING"]),
    ("DRUG-02: too little waste", [medicare], ["5 J1745 x31", "5 J1745-JW x8"], ["5 J1745-JW 9/8 units_low JW_UNITS"]),
    (
      "DRUG-06: too much waste", [medicare], ["5 J1745 x31", "5 J1745-JW x10"], ["5 J1745-JW 9/10 units_high JW_UNITS"]
    ),
    (
      "DRUG-06: JW without waste", [nothingLeft], ["5 J1745 x40", "5 J1745-JW x1"],
      ["5 J1745-JW -/1 unsupported JW_WITHOUT_WASTE"]
    ),
    (
      "DRUG-06: JW of a container for several doses", ["J1745 infliximab 300 mg multi"],
      ["5 J1745 x30", "5 J1745-JW x1"], ["5 J1745-JW -/1 unsupported JW_WITHOUT_WASTE"]
    ),
    (
      "DRUG-06: JW, and only of other drugs it is written what was opened",
      ["J1745 infliximab 300 mg", "J9299 nivolumab 240 mg from 240 mg"],
      ["5 J1745 x30", "5 J1745-JW x1", "5 J9299 x240"], ["5 J1745-JW -/1 unsupported JW_WITHOUT_WASTE"]
    ),
    (
      "an export that never says what was opened", ["J1745 infliximab 300 mg"], ["5 J1745 x30", "5 J1745-JW x1"],
      ["5 J1745-JW -/1 review JW_UNKNOWN"]
    ),
    (
      "DRUG-06: less opened than given", ["J1745 infliximab 305 mg from 300 mg"], ["5 J1745 x31"],
      ["5 J1745 31/31 check OPENED_BELOW_DOSE"]
    ),
    (
      "DRUG-05: four vials where three would do", ["J1745 infliximab 300 mg from 400 mg"],
      ["5 J1745 x30", "5 J1745-JW x10"], ["5 J1745 30/30 check WASTE_NOT_MINIMAL"]
    ),
    (
      "DRUG-05: 240 where 100 and 40 would do", ["J9299 nivolumab 140 mg from 240 mg"],
      ["5 J9299 x140", "5 J9299-JW x100"], ["5 J9299 140/140 check WASTE_NOT_MINIMAL"]
    ),
    ("DRUG-05: least waste", ["J9299 nivolumab 130 mg from 140 mg"], ["5 J9299 x130", "5 J9299-JW x10"], []),
    (
      "DRUG-07: JA for a shot", ["J1745 infliximab 300 mg SC"], ["5 J1745-JA x30"],
      ["5 J1745 30/30 check ROUTE_MODIFIER"]
    ),
    ("DRUG-07: JB for a shot", ["J1745 infliximab 300 mg SC"], ["5 J1745-JB x30"], []),
  ] as [(String, [String], [String], [String])])
func comparesDrugLines(name: String, rows: [String], lines: [String], expected: [String]) {
  let found = findings(rows, lines)
  #expect(found.map(summary) == expected)
  // A case that names a rule shows it.
  guard name.hasPrefix("DRUG-"), !found.isEmpty else { return }
  let rule = RuleID(String(name.prefix { $0 != ":" }))
  #expect(found.contains { $0.rules.contains(rule) })
}

@Test(arguments: [
  ([infliximab], ["5 J1745 x40"], Severity.info), ([medicare], ["5 J1745 x40"], .warning),
  ([nothingLeft], ["5 J1745 x40"], .warning),
  (["J1745 infliximab 395 mg from 400 mg Medicare"], ["5 J1745 x40"], .info),
  ([nothingLeft], ["5 J1745 x40", "5 J1745-JW x1"], .error),
  (["J1745 infliximab 30 mL"], ["5 J1745 x30"], .info),
  (["J1745 infliximab 300 mg", "J9299 nivolumab 240 mg"], ["5 J9299 x240"], .info),
])
func asksOfItsReaderWhatItMust(rows: [String], lines: [String], severity: Severity) {
  #expect(findings(rows, lines).map(\.severity).max() == severity)
}

@Test(
  "A drug line decides the encounter only when it is more than information",
  arguments: [
    (["J1745 infliximab 300 mg", "J9299 nivolumab 240 mg"], ["5 J9299 x240"], EncounterResult.Status.match),
    (["J1745 infliximab 30 mL"], ["5 J1745 x30"], .match),
    (["J1745 infliximab 300 mg"], ["5 J1745 x3"], .underbilled), ([nothingLeft], ["5 J1745 x40"], .mixed),
  ])
func decidesTheEncounter(rows: [String], lines: [String], status: EncounterResult.Status) {
  #expect(result(rows, lines).status == status)
}

@Test func tellsWhatWasGivenAndBilled() throws {
  let found = try #require(findings([medicare], ["5 J1745 x40"]).first)
  #expect(
    found.reason == """
      Infliximab 305 mg, at 10 mg a unit, is 31 units, the last one begun. 40 were billed. \
      That is the drug and its waste in one line.
      """)
  #expect(found.description == "infliximab, 10 mg")
  #expect(found.rules == ["DRUG-01", "DRUG-08"])
  #expect(found.recordRows == [record(1)])
}

@Test func everyRuleOfDrugUnitsIsListedOnce() {
  let listed = CheckRule.all.map(\.id).filter { $0.description.hasPrefix("DRUG-") }
  #expect(listed == (1...8).map { RuleID("DRUG-0\($0)") })
}
