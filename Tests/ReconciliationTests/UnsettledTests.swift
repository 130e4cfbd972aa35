import Coding
import Infusion
import Reconciliation
import Testing

@Test func aDifferenceUnderAnUnsettledNoticeIsAReview() {
  let derivation = derived(["5 96402"], notices: [notice(.hormonalRoute)], on: [0: [0]])
  let findings = reconcile(derivation, billed(["5 96401"])).findings
  #expect(findings.map(\.status) == [.review, .review])
  #expect(findings.allSatisfy { $0.needsReview && $0.severity == .warning && $0.pairsWith != nil })
  #expect(findings.allSatisfy { $0.reasonCodes.contains("HORMONAL_ROUTE") })
}

@Test func agreementUnderAnUnsettledNoticeIsAMatchToLookAt() {
  let derivation = derived(["5 96402"], notices: [notice(.hormonalRoute)], on: [0: [0]])
  let finding = reconcile(derivation, billed(["5 96402"])).findings[0]
  #expect(finding.status == .match)
  #expect(finding.severity == .warning)
  #expect(finding.needsReview)
}

@Test func anInformingNoticeAsksForNobody() {
  let derivation = derived(["5 96365"], notices: [notice(.siteAssumed)], on: [0: [0]])
  let finding = reconcile(derivation, billed(["5 96365"])).findings[0]
  #expect(summary(finding) == "5 96365 1/1 match SITE_ASSUMED")
  #expect(finding.severity == .info)
  #expect(!finding.needsReview)
  #expect(finding.rules == ["HIER-02", "TIME-08"])
}

@Test func aSettledNoticeLeavesTheDifferenceStanding() {
  let derivation = derived(["5 96374"], notices: [notice(.noStopPush)], on: [0: [0]])
  let finding = reconcile(derivation, []).findings[0]
  #expect(summary(finding) == "5 96374 1/- missing MISSED_CHARGE NO_STOP_PUSH")
  #expect(finding.needsReview)
}

@Test(arguments: [
  ("nothing billed", [], ["5 96413 1/1 match", "5 - -/- review CONC_CHEMO"]),
  ("its code billed", ["5 96417"], ["5 96413 1/1 match", "5 96417 -/1 review CONC_CHEMO"]),
  (
    "another family billed", ["5 96372"],
    ["5 96413 1/1 match", "5 96372 -/1 unsupported NO_DOCUMENTATION", "5 - -/- review CONC_CHEMO"]
  ),
  (
    "another day billed", ["6 96401"],
    ["5 96413 1/1 match", "5 - -/- review CONC_CHEMO", "6 96401 -/1 unsupported NO_DOCUMENTATION"]
  ),
])
func aNoticeWithoutACodeFindsItsPlace(name: String, more: [String], found: [String]) {
  let derivation = derived(["5 96413"], notices: [notice(.concurrentChemo, rows: [record(7)], on: day(5))])
  let findings = reconcile(derivation, billed(["5 96413"] + more)).findings
  #expect(findings.map(summary) == found)
  let review = findings.first { $0.status == .review }
  #expect(review?.recordRows == [record(7)])
  #expect(review?.reason.hasSuffix("Sentence of CONC_CHEMO.") == true)
}

@Test func aNoticePrefersTheLineThatNoPairExplains() {
  let derivation = derived(["5 96413"], notices: [notice(.concurrentChemo, on: day(5))])
  let findings = reconcile(derivation, billed(["5 96409", "5 96417"])).findings
  #expect(findings.compactMap { $0.status == .review ? $0.code?.description : nil } == ["96417"])
}

@Test func aNoticeOfTheWholeEncounterExplainsEveryDay() {
  let derivation = derived([], notices: [notice(.physicianInFacility, on: day(5))])
  let findings = reconcile(derivation, billed(["5 96372", "6 96372"])).findings
  #expect(findings.map { $0.reasonCodes } == [["PHYSICIAN_IN_FACILITY"], ["PHYSICIAN_IN_FACILITY"]])
}

@Test(arguments: [(DrugClass.chemo, "96417", true), (.therapeutic, "96417", false), (.therapeutic, "96367", true)])
func aNoticeExplainsOnlyCodesThatItsRowMayBe(drugClass: DrugClass, code: String, isExplained: Bool) {
  let row = MARRow(
    source: record(3), drug: DrugKey(ingredients: ["drug"]), drugClass: drugClass, route: .intravenous)
  let derivation = derived([], notices: [notice(.noStopPush, rows: [record(3)], on: day(5))])
  let finding = reconcile(derivation, billed(["5 \(code)"]), rows: [row]).findings[0]
  #expect(finding.reasonCodes.contains("NO_STOP_PUSH") == isExplained)
}

@Test(arguments: [
  (NoticeKind.hydrationNoStop, "96360", true), (.hydrationNoStop, "96365", false),
  (.pushWithin30, "96376", true), (.concurrentCap, "96368", true), (.noStopPush, "96366", true),
  (.noStopPush, "96372", false), (.siteAssumed, "96365", false),
])
func whatTheRulesNoticedExplainsAnUnsupportedCode(kind: NoticeKind, code: String, isExplained: Bool) {
  let derivation = derived([], notices: [notice(kind, rows: [record(3)], on: day(5))])
  for (billedDay, explains) in [(5, isExplained), (6, false)] {
    let finding = reconcile(derivation, billed(["\(billedDay) \(code)"])).findings[0]
    #expect(finding.status == .unsupported)
    #expect(finding.severity == .error)
    #expect(finding.reasonCodes.first == (explains ? kind.rawValue : "NO_DOCUMENTATION"))
    #expect(finding.recordRows == (explains ? [record(3)] : []))
    #expect(finding.rules.contains("CHK-19"))
  }
}

@Test(arguments: [
  (NoticeKind.stopEstimated, Severity.warning), (.secondSiteNeedsReason, .warning), (.siteAssumed, .info),
])
func aNoticeKeepsItsSeverityOnAMatch(kind: NoticeKind, severity: Severity) {
  let derivation = derived(["5 96365"], notices: [notice(kind)], on: [0: [0]])
  #expect(reconcile(derivation, billed(["5 96365"])).findings[0].severity == severity)
}

@Test func aNoticeAnswersInsteadOfNothing() {
  let derivation = derived(["5 96413"], notices: [notice(.concurrentChemo, rows: [record(7)], on: day(5))])
  let finding = reconcile(derivation, billed(["5 96413", "5 96417"])).findings[1]
  #expect(finding.reason == "The record does not settle whether 96417 is right. Sentence of CONC_CHEMO.")
}

@Test func aNoticeAnswersUnitsBilledBeyondTheRecord() {
  let derivation = derived(["5 96413"], notices: [notice(.concurrentChemo, on: day(5))])
  let findings = reconcile(derivation, billed(["5 96413 x2"])).findings
  #expect(findings.map(summary) == ["5 96413 1/2 review UNSUPPORTED_UNITS CONC_CHEMO TWO_INITIALS"])
}

@Test func aPlaceOfServiceQuotesWhatWasGivenThere() {
  let derivation = derived([], notices: [notice(.physicianInFacility, on: day(5))])
  let finding = reconcile(derivation, billed(["5 96413"]), rows: [row(1, "rituximab", .chemo)]).findings[0]
  #expect(finding.recordRows == [record(1)])
  #expect(finding.rules == ["TIME-08", "CHK-11", "CHK-19"])
  #expect(finding.reason.hasPrefix("The record does not support 96413 on 2026-01-05. Sentence of"))
}

@Test func whatWasLostIsNamed() {
  let lines = billed(["5 96365", "5 96372"])
  let lost = RejectedInput(rows: [record(8)], lines: [SourceRow(file: 1, line: 12, row: 11)])
  let result = reconcile(derived(["5 96365", "5 96366"]), lines, rejected: lost)
  #expect(
    result.findings.map(summary) == [
      "5 96365 1/1 match INCOMPLETE_ENCOUNTER", "5 96366 1/- missing MISSED_CHARGE INCOMPLETE_ENCOUNTER",
      "5 96372 -/1 unsupported NO_DOCUMENTATION INCOMPLETE_ENCOUNTER",
    ])
  #expect(result.findings.allSatisfy { $0.needsReview })
  #expect(result.status == .review)
  // A lost row may be what an unsupported code was billed for, a lost line what is missing.
  #expect(result.findings.map(\.recordRows) == [[record(1)], [record(2)], [record(8)]])
  #expect(result.findings.map { $0.chargeRows.contains(lost.lines[0]) } == [false, true, false])
  #expect(
    result.findings[2].reason.hasSuffix(
      "A row of this encounter (line 9) was rejected, so the record is incomplete. "
        + "A charge line of this encounter (line 12) was rejected, so the bill is incomplete."))
  #expect(result.findings[2].reason.hasPrefix("No row that could be read supports 96372 on 2026-01-05."))
  #expect(reconcile(derived(["5 96365", "5 96366"]), lines).findings.allSatisfy { !$0.needsReview })
}

@Test(arguments: [
  (RejectedInput(rows: [record(8)]), "A row of this encounter (line 9) was rejected, so the record is incomplete."),
  (
    RejectedInput(lines: [record(8), record(9)]),
    "2 charge lines of this encounter (lines 9, 10) were rejected, so the bill is incomplete."
  ),
])
func aLostLineIsNoLostRow(rejected: RejectedInput, sentence: String) {
  let finding = reconcile(derived(["5 96365"]), billed(["5 96365"]), rejected: rejected).findings[0]
  #expect(finding.reason == "Drug 1 ran 09:00-10:00 (60 min). " + sentence)
}
