import Coding
import Infusion
import Reconciliation
import Testing

@Test(arguments: [
  ("96413", "96365"), ("96409", "96374"), ("96365", "96374"), ("96360", "96361"), ("96365", "96367"),
  ("96374", "96375"), ("96401", "96372"), ("96415", "96366"), ("96417", "96367"), ("96367", "96368"),
  ("96375", "96376"), ("96402", "96401"), ("96365", "96368"), ("96365", "96366"), ("51720", "96413"),
  ("51720", "96409"),
])
func substitutesArePairedBothWays(supported: String, other: String) {
  for (suggested, wrong) in [(supported, other), (other, supported)] {
    let findings = reconcile(derived(["5 \(suggested)"]), billed(["5 \(wrong)"])).findings
    let missing = findings.first { $0.status == .missing }
    let surplus = findings.first { $0.status == .unsupported }
    #expect(missing?.pairsWith == PairedCode(ProcedureCode(wrong)))
    #expect(surplus?.pairsWith == PairedCode(ProcedureCode(suggested)))
    #expect(surplus?.reasonCodes.first == "OTHER_CODE_SUPPORTED")
    #expect(
      surplus?.reason.hasPrefix("\(wrong) was billed, but the record supports \(suggested): Drug 1 ran") == true)
    #expect(surplus?.recordRows == [record(1)])
  }
}

@Test func whoSuppliesAPumpDecides() {
  for (supported, other) in [("96416", "G0498"), ("G0498", "96416")] {
    let findings = reconcile(derived(["5 \(supported)"]), billed(["5 \(other)"])).findings
    #expect(findings.allSatisfy { $0.pairsWith != nil && $0.reason.contains("policy pump_home_code") })
    #expect(findings.count == 2)
  }
}

@Test func codesOfOtherTechniqueAreNotPaired() {
  let findings = reconcile(derived(["5 96415"]), billed(["5 96372"])).findings
  #expect(findings.allSatisfy { $0.pairsWith == nil })
}

@Test func theSameDayIsPairedFirst() {
  let findings = reconcile(derived(["5 96372", "6 96372"]), billed(["4 96401", "6 96401"])).findings
  #expect(
    findings.map(summary) == [
      "4 96401 -/1 unsupported OTHER_CODE_SUPPORTED CLASS_DIFF <> 96372",
      "5 96372 1/- missing MISSED_CHARGE <> 96401",
      "6 96401 -/1 unsupported OTHER_CODE_SUPPORTED CLASS_DIFF <> 96372",
      "6 96372 1/- missing MISSED_CHARGE <> 96401",
    ])
  #expect(findings[2].recordRows == [record(2)])
}

@Test(arguments: [
  // Suggested, billed, and which of the billed is the partner.
  ("5 96413", ["5 96374", "5 96365"], "96365"),
  ("5 96374", ["5 96365", "5 96409"], "96409"),
  ("5 96374", ["5 96365", "6 96409"], "96365"),
  ("5 96413", ["5 96365 x-1"], nil),
])
func theLikeliestSubstituteOfTheDayIsPaired(suggested: String, lines: [String], partner: String?) {
  let findings = reconcile(derived([suggested]), billed(lines)).findings
  #expect(findings.first { $0.status == .missing }?.pairsWith?.description == partner)
  let paired = findings.filter { $0.status == .unsupported && $0.pairsWith != nil }
  #expect(paired.compactMap { $0.code?.description } == [partner].compactMap(\.self))
}

@Test func unitsBilledShortAndOverArePaired() {
  let findings = reconcile(
    derived(["5 96413", "5 96415 x3", "5 96366"]), billed(["5 96413", "5 96415", "5 96366 x3"])
  ).findings
  #expect(
    findings.map(summary) == [
      "5 96413 1/1 match", "5 96415 3/1 units_low MISSED_UNITS <> 96366",
      "5 96366 1/3 units_high UNSUPPORTED_UNITS ADDON_NO_PARENT <> 96415",
    ])
}

@Test func aPairNamesModifiersAndUnits() {
  let findings = reconcile(derived(["5 96365", "5 96367 x2"]), billed(["5 96365", "5 96365-59 x2"])).findings
  #expect(
    findings.map(summary) == [
      "5 96365 1/1 match", "5 96365 -/2 unsupported OTHER_CODE_SUPPORTED TWO_INITIALS <> 96367",
      "5 96367 2/- missing MISSED_CHARGE <> 96365-59",
    ])
  #expect(findings[2].reason.hasPrefix("96365-59 x2 was billed, but the record supports 96367 x2: Drug 2 ran"))
  #expect(findings[1].reason.hasPrefix("96365-59 x2 was billed, but the record supports 96367 x2: Drug 2 ran"))
  #expect(findings[1].reason.hasSuffix("96365-59 is 2 initial services too many: the record shows 1 access site."))
  #expect(findings[1].rules == ["HIER-02", "CHK-19", "CHK-02"])
}

@Test func aPairOfUnitsSaysWhatIsMissing() {
  let findings = reconcile(derived(["5 96365", "5 96366 x2"]), billed(["5 96365 x3"])).findings
  #expect(
    findings.map(summary) == [
      "5 96365 1/3 units_high UNSUPPORTED_UNITS TWO_INITIALS <> 96366",
      "5 96366 2/- missing MISSED_CHARGE <> 96365",
    ])
  #expect(findings[0].reason.hasSuffix("1 unit of 96365; 3 were billed. 96366 x2 is supported and was not billed."))
  #expect(findings[1].reason.hasPrefix("96365 x2 was billed beyond the record, which supports 96366 x2: Drug 2 ran"))
}

@Test(arguments: [
  ("5 96365-59", "5 96368", ["L", "R"], "another access site, with an initial of its own"),
  ("5 96368", "5 96365-59", ["L", "R"], "No reason for a second access site is documented"),
  ("5 96368", "5 96365-59", ["L", "L"], "The record shows one access site, whatever its lumens"),
])
func aSecondSiteDecidesBetweenInitialAndConcurrent(suggested: String, line: String, sites: [String], why: String) {
  let rows = sites.enumerated().map { row($0 + 1, "drug \($0)", site: $1) }
  let findings = reconcile(derived(["5 96365", suggested]), billed(["5 96365", line]), rows: rows).findings
  #expect(findings.filter { $0.pairsWith != nil && $0.reason.contains(why) }.count == 2)
}

@Test func aReplacementBringsItsNotice() {
  let derivation = derived(["5 96374"], notices: [notice(.noStopPush)], on: [0: [0]])
  let findings = reconcile(derivation, billed(["5 96365"])).findings
  #expect(findings.map { $0.reasonCodes.contains("NO_STOP_PUSH") } == [true, true])
  #expect(findings.allSatisfy { $0.reason.contains("Sentence of NO_STOP_PUSH.") })
}
