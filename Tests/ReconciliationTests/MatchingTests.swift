import Coding
import Infusion
import Reconciliation
import Testing

/// What is suggested, what was billed, and what comes of it.
struct MatchingCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let suggested: [String]
  let billed: [String]
  let found: [String]
  let sites: Int

  init(_ name: String, suggested: [String], billed: [String], sites: Int = 1, found: [String]) {
    testDescription = name
    self.suggested = suggested
    self.billed = billed
    self.sites = sites
    self.found = found
  }
}

@Test(arguments: [
  MatchingCase("equal lines match", suggested: ["5 96365"], billed: ["5 96365"], found: ["5 96365 1/1 match"]),
  MatchingCase(
    "a code that was not billed is missing", suggested: ["5 96365", "5 96366"], billed: ["5 96365"],
    found: ["5 96365 1/1 match", "5 96366 1/- missing MISSED_CHARGE"]),
  MatchingCase(
    "a code without a record is unsupported", suggested: ["5 96365"], billed: ["5 96365", "5 96372"],
    found: ["5 96365 1/1 match", "5 96372 -/1 unsupported NO_DOCUMENTATION"]),
  MatchingCase(
    "fewer units", suggested: ["5 96413", "5 96415 x2"], billed: ["5 96413", "5 96415"],
    found: ["5 96413 1/1 match", "5 96415 2/1 units_low MISSED_UNITS"]),
  MatchingCase(
    "more units", suggested: ["5 96413", "5 96415 x2"], billed: ["5 96413", "5 96415 x3"],
    found: ["5 96413 1/1 match", "5 96415 2/3 units_high UNSUPPORTED_UNITS"]),
  MatchingCase(
    "two lines of one equal one line of two", suggested: ["5 96372 x2"], billed: ["5 96372", "5 96372"],
    found: ["5 96372 2/2 match"]),
  MatchingCase(
    "a modifier too many", suggested: ["5 96372"], billed: ["5 96372-59"],
    found: ["5 96372 1/1 modifier MODIFIER_NOT_DERIVED"]),
  MatchingCase(
    "the second initial without its modifier", suggested: ["5 96365", "5 96365-59"], billed: ["5 96365 x2"], sites: 2,
    found: ["5 96365 1/1 match", "5 96365-59 1/1 modifier MODIFIER_MISSING INITIAL_NO_MODIFIER"]),
  MatchingCase(
    "narrower forms meet 59", suggested: ["5 96365", "5 96374-59"], billed: ["5 96365", "5 96374-XS"], sites: 2,
    found: ["5 96365 1/1 match", "5 96374-59 1/1 match"]),
  MatchingCase(
    "equal initials of three sites are added up", suggested: ["5 96365", "5 96365-59", "5 96365-59"],
    billed: ["5 96365", "5 96365-59", "5 96365-XU"], sites: 3,
    found: ["5 96365 1/1 match", "5 96365-59 2/2 match"]),
  MatchingCase(
    "identity modifiers keep lines apart", suggested: ["5 96372"], billed: ["5 96372", "5 96372-59"],
    found: ["5 96372 1/1 match", "5 96372 -/1 unsupported NO_DOCUMENTATION"]),
  MatchingCase(
    "other modifiers are not judged", suggested: ["5 96372 x2"], billed: ["5 96372-PO", "5 96372-JZ"],
    found: ["5 96372 2/2 match"]),
  MatchingCase(
    "another day", suggested: ["5 96372"], billed: ["6 96372"], found: ["5 96372 1/1 date DOS_MISMATCH"]),
  MatchingCase(
    "one of two on another day", suggested: ["5 96372 x2"], billed: ["5 96372", "6 96372"],
    found: ["5 96372 2/2 date DOS_MISMATCH"]),
  MatchingCase(
    "more on another day than documented", suggested: ["5 96372"], billed: ["6 96372 x2"],
    found: ["5 96372 1/1 date DOS_MISMATCH", "6 96372 -/1 unsupported NO_DOCUMENTATION"]),
  MatchingCase(
    "fewer on another day than documented", suggested: ["5 96372 x2"], billed: ["6 96372"],
    found: ["5 96372 1/1 date DOS_MISMATCH", "5 96372 1/- missing MISSED_CHARGE"]),
  MatchingCase(
    "one in place, one elsewhere, one nowhere", suggested: ["5 96372 x3"], billed: ["5 96372", "6 96372"],
    found: ["5 96372 1/1 date DOS_MISMATCH", "5 96372 2/1 units_low MISSED_UNITS"]),
  MatchingCase(
    "another day without the modifier", suggested: ["5 96372-59"], billed: ["6 96372"],
    found: ["5 96372-59 1/1 date DOS_MISMATCH MODIFIER_MISSING"]),
  MatchingCase(
    "three initials on one line, of which two are documented", suggested: ["5 96365", "5 96365-59"],
    billed: ["5 96365 x3"], sites: 2,
    found: [
      "5 96365 1/2 units_high UNSUPPORTED_UNITS TWO_INITIALS", "5 96365-59 1/1 modifier MODIFIER_MISSING",
    ]),
  MatchingCase(
    "two distinct needed, one billed without its modifier", suggested: ["5 96372", "5 96372-59 x2"],
    billed: ["5 96372 x2"],
    found: [
      "5 96372 1/1 match", "5 96372-59 1/- missing MISSED_CHARGE", "5 96372-59 1/1 modifier MODIFIER_MISSING",
    ]),
  MatchingCase(
    "undated lines go where units are due", suggested: ["5 96372 x2", "6 96372"],
    billed: ["5 96372", "- 96372 x2"], found: ["5 96372 2/2 match", "6 96372 1/1 match"]),
  MatchingCase(
    "undated units beyond what is due", suggested: ["5 96372", "6 96372"], billed: ["- 96372 x3"],
    found: ["5 96372 1/2 units_high UNSUPPORTED_UNITS", "6 96372 1/1 match"]),
  MatchingCase(
    "an undated line that nothing supports keeps no date", suggested: ["5 96372", "6 96372"],
    billed: ["5 96372", "6 96372", "- 96365"],
    found: ["5 96372 1/1 match", "6 96372 1/1 match", "- 96365 -/1 unsupported NO_DOCUMENTATION"]),
  MatchingCase(
    "an undated line without the modifier of the day", suggested: ["5 96372-59", "6 96365"],
    billed: ["- 96372", "6 96365"],
    found: ["5 96372-59 1/1 modifier MODIFIER_MISSING", "6 96365 1/1 match"]),
  MatchingCase(
    "the only day dates an undated line", suggested: ["5 96372"], billed: ["5 96372", "- 96365"],
    found: ["5 96365 -/1 unsupported NO_DOCUMENTATION", "5 96372 1/1 match"]),
])
func comparing(_ example: MatchingCase) {
  let result = reconcile(derived(example.suggested, sites: example.sites), billed(example.billed))
  #expect(result.findings.map(summary) == example.found)
}

@Test(arguments: [
  MatchingCase(
    "a line and its reversal vanish", suggested: [], billed: ["5 96372", "5 96372 x-1"], found: []),
  MatchingCase(
    "a reversal in part", suggested: ["5 96372"], billed: ["5 96372 x3", "5 96372 x-2"], found: ["5 96372 1/1 match"]),
  MatchingCase(
    "a reversal across lines", suggested: ["5 96372"], billed: ["5 96372 x2", "5 96372 x2", "5 96372 x-3"],
    found: ["5 96372 1/1 match"]),
  MatchingCase(
    "modifiers that are not judged do not stop a reversal", suggested: [], billed: ["5 96372-PO", "5 96372 x-1"],
    found: []),
  MatchingCase(
    "a reversal under another identity", suggested: ["5 96372"], billed: ["5 96372", "5 96372-59 x-1"],
    found: ["5 96372 1/1 match", "5 96372 -/-1 review NEGATIVE_UNITS"]),
  MatchingCase(
    "a reversal without the modifier of its charge", suggested: [], billed: ["5 96365-59", "5 96365 x-1"],
    found: ["5 96365 -/-1 review NEGATIVE_UNITS", "5 96365 -/1 unsupported NO_DOCUMENTATION MODIFIER_UNSUPPORTED"]),
  MatchingCase(
    "a reversal on the next day", suggested: ["5 96372"], billed: ["5 96372", "6 96372 x-1"],
    found: ["5 96372 1/1 match", "6 96372 -/-1 review NEGATIVE_UNITS"]),
  MatchingCase(
    "more reversed than billed", suggested: ["5 96372"], billed: ["5 96372", "5 96372 x-2"],
    found: ["5 96372 1/- missing MISSED_CHARGE", "5 96372 -/-1 review NEGATIVE_UNITS"]),
])
func reversing(_ example: MatchingCase) {
  let result = reconcile(derived(example.suggested), billed(example.billed))
  #expect(result.findings.map(summary) == example.found)
  #expect(result.findings.allSatisfy { $0.needsReview == $0.reasonCodes.contains("NEGATIVE_UNITS") })
  #expect(!result.billed.contains("x0"))
}

@Test(arguments: [
  (
    ["5 96372", "5 96372 x-1"], EncounterResult.Status.underbilled,
    "Drug 1 ran 09:00-10:00 (60 min). 96372 was billed and reversed."
  ),
  (["5 96372 x0"], .underbilled, "Drug 1 ran 09:00-10:00 (60 min). 96372 was billed with 0 units."),
])
func whatWasTakenBackIsMissing(lines: [String], status: EncounterResult.Status, reason: String) {
  let result = reconcile(derived(["5 96372"]), billed(lines))
  #expect(result.findings.map(summary) == ["5 96372 1/0 missing MISSED_CHARGE"])
  #expect(result.findings[0].reason == reason)
  #expect(result.findings[0].chargeRows == billed(lines).map(\.source))
  #expect(result.status == status)
  #expect(result.billed == "")
}

@Test func aReversalOfNothingIsAQuestion() {
  let result = reconcile(derived(["5 96365"]), billed(["5 96365", "5 96372 x-1"]))
  #expect(result.findings.map(summary) == ["5 96365 1/1 match", "5 96372 -/-1 review NEGATIVE_UNITS"])
  #expect(result.status == .review)
  #expect(result.findings[1].reason.hasPrefix("1 unit more of 96372 was reversed than billed on 2026-01-05"))
}

@Test func whatIsMissingBesideWhatIsMisplacedSaysOfHowMany() {
  let reasons = reconcile(derived(["5 96372 x2"]), billed(["6 96372"])).findings.map(\.reason)
  #expect(reasons[0].hasSuffix(". 1 of 2 units of 96372 belongs to 2026-01-05 but was billed on 2026-01-06."))
  #expect(reasons[1].hasSuffix(". 1 of 2 units of 96372 was not billed."))
}

@Test func onlyMisplacedUnitsAreSaidToBeMisplaced() {
  let reason = reconcile(derived(["5 96372 x2"]), billed(["5 96372", "6 96372"])).findings[0].reason
  #expect(reason.hasSuffix("1 of 2 units of 96372 was billed on 2026-01-06; all belong to 2026-01-05."))
  let modifier = reconcile(derived(["5 96372-59 x2"]), billed(["5 96372-59", "5 96372"])).findings[0].reason
  #expect(modifier.hasSuffix("1 of 96372-59 x2 is a service of its own and needs modifier 59; it was billed without."))
}

@Test(arguments: [
  // Between and beyond the codes of the book.
  ("96399", true), ("96522", true), ("96300", false), ("96999", false),
])
func anUnlistedCodeOfTheFamilyIsNotSupported(code: String, isJudged: Bool) {
  let findings = reconcile(derived([]), billed(["5 \(code)"])).findings
  #expect(findings.map(summary) == (isJudged ? ["5 \(code) -/1 unsupported NO_DOCUMENTATION"] : []))
}

@Test func linesThatCancelAndGoodsAreNotJudged() {
  let lines = billed(["5 96372", "5 96372 x-1", "5 J1100 x4", "5 99211", "5 36000", "5 99284", "5 36430"])
  let result = reconcile(derived([]), lines)
  #expect(result.findings.map(summary) == ["5 36430 -/1 unsupported NO_DOCUMENTATION"])
}

@Test(
  arguments: [
    (["5 96372"], [], Finding.Status.missing, Severity.warning),
    ([], ["5 96372"], .unsupported, .error),
    (["5 96372 x2"], ["5 96372"], .unitsLow, .warning),
    (["5 96372"], ["5 96372 x2"], .unitsHigh, .error),
    (["5 96372-59"], ["5 96372"], .modifier, .error),
    (["5 96372"], ["5 96372-59"], .modifier, .warning),
    (["5 96372"], ["6 96372"], .date, .warning),
    (["5 96372"], ["5 96372"], .match, .none),
  ] as [([String], [String], Finding.Status, Severity)])
func everyStatusHasItsSeverity(suggested: [String], lines: [String], status: Finding.Status, severity: Severity) {
  let findings = reconcile(derived(suggested), billed(lines)).findings
  #expect(findings.map(\.status) == [status])
  #expect(findings.map(\.severity) == [severity])
  #expect(findings[0].reason.hasSuffix("."))
}

@Test func otherModifiersAreReported() {
  let finding = reconcile(derived(["5 96372"]), billed(["5 96372-PO-25"])).findings[0]
  #expect(finding.billedModifiers == [Modifier("25"), Modifier("PO")])
  #expect(finding.status == .match)
}

@Test func narrowerFormIsNamed() {
  let result = reconcile(derived(["5 96365", "5 96374-59"], sites: 2), billed(["5 96365", "5 96374-XS"]))
  #expect(result.findings[1].reason.contains("XS was billed and meets the suggested 59"))
  #expect(result.findings[1].rules.contains("MOD-04"))
  #expect(!result.findings[0].rules.contains("MOD-04"))
}

@Test func findingsQuoteTheRecord() {
  let result = reconcile(derived(["5 96365", "5 96366"]), billed(["5 96365"]))
  let missing = result.findings[1]
  #expect(missing.reason == "Drug 2 ran 09:00-10:00 (60 min). 96366 was not billed.")
  #expect(missing.rules == ["HIER-02", "CHK-20"])
  #expect(missing.recordRows == [record(2)])
  #expect(missing.chargeRows == [])
  #expect(missing.sites == ["PIV 0"])
  #expect(missing.description == "drug infusion, further hours")
  #expect(missing.severity == .warning)
  #expect(result.findings[0].severity == .none)
  #expect(result.findings[0].chargeRows == [SourceRow(file: 1, line: 2, row: 1)])
}

@Test func onlyThreeStoriesAreTold() {
  var derivation = derived(["5 96372", "5 96375", "5 96375", "5 96375", "5 96375"])
  derivation.charges = [
    ExpectedCharge(
      code: ProcedureCode("96375"), serviceDate: day(5), units: 5, services: [0, 1, 2, 3, 4], rules: [], rows: [])
  ]
  let reason = reconcile(derivation, []).findings[0].reason
  #expect(reason.contains("Drug 3 ran 09:00-10:00 (60 min); and 2 more. 96375 x5 was not billed."))
  #expect(!reason.contains("Drug 4"))
}

@Test func whatHappenedTwiceIsToldOnceAndCounted() {
  var derivation = derived(["5 96402", "5 96402"])
  for place in [0, 1] { derivation.services[place].story = "Fulvestrant at 10:30: one injection into muscle" }
  let reason = reconcile(derivation, billed(["5 96402"])).findings[0].reason
  #expect(
    reason == "Fulvestrant at 10:30: one injection into muscle, twice. "
      + "That supports 2 units of 96402; 1 was billed.")
}
