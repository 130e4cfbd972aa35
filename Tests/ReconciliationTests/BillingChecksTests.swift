import Coding
import Infusion
import Reconciliation
import Testing

@Test(
  arguments: [
    ("96365 stands", ["5 96365", "5 96366"], [:]),
    ("no parent", ["5 96366"], ["96366": "ADDON_NO_PARENT"]),
    ("a parent of another family", ["5 96413", "5 96366"], ["96366": "ADDON_NO_PARENT"]),
    ("the parent was reversed", ["5 96365", "5 96365 x-1", "5 96366"], ["96366": "ADDON_NO_PARENT"]),
    ("no add-on", ["5 96372"], [:]),
    ("one flush", ["5 96523"], [:]),
    ("a flush beside a push", ["5 96523", "5 96374"], ["96523": "96523_NOT_ALONE"]),
    ("a flush beside a nurse visit", ["5 96523", "5 99211"], ["96523": "96523_NOT_ALONE"]),
    ("a flush beside its drug", ["5 96523", "5 J1642"], [:]),
    ("a flush on another day", ["5 96523", "6 96374"], [:]),
    ("one concurrent", ["5 96365", "5 96368"], [:]),
    ("two concurrent", ["5 96365", "5 96368 x2"], ["96368": "CONC_OVER_ONE"]),
    ("two kinds of initial", ["5 96365", "5 96374"], ["96374": "TWO_INITIALS"]),
    ("two units of one initial", ["5 96365 x2"], ["96365": "TWO_INITIALS"]),
  ] as [(String, [String], [String: String])])
func checkingLinesThatMatch(name: String, lines: [String], keys: [String: String]) {
  // What is suggested equals what is billed, so that only checks speak.
  let standing = lines.filter { !$0.contains(" J") && !$0.contains("99211") && !lines.contains($0 + " x-1") }
  let result = reconcile(derived(standing.filter { !$0.contains("x-1") }), billed(lines))
  for finding in result.findings {
    let key = keys[finding.code!.description]
    #expect(finding.status == (key == nil ? .match : .check))
    #expect(finding.reasonCodes == [key].compactMap(\.self))
    #expect(finding.severity == (key == nil ? .none : .error))
  }
  let spoken = result.findings.filter { !$0.reasonCodes.isEmpty }.compactMap { $0.code?.description }
  #expect(Set(spoken) == Set(keys.keys))
}

@Test(arguments: [(Setting.professional, ["96376_PROFESSIONAL"]), (.facility, [])])
func onlyFacilitiesReportRepeatedPushes(setting: Setting, keys: [String]) {
  let lines = ["5 96374", "5 96376"]
  let finding = reconcile(derived(lines), billed(lines), setting: setting).findings[1]
  #expect(finding.reasonCodes == keys)
}

@Test(arguments: [
  (1, ["5 96365", "5 96374-59"], ["", "TWO_INITIALS"]),
  (2, ["5 96365", "5 96374-59"], ["", ""]),
  (2, ["5 96365", "5 96374-XS"], ["", ""]),
  (2, ["5 96365", "5 96374"], ["", "INITIAL_NO_MODIFIER"]),
])
func initialsAreCountedByAccessSite(sites: Int, lines: [String], keys: [String]) {
  let findings = reconcile(derived(lines, sites: sites), billed(lines)).findings
  #expect(findings.map { $0.reasonCodes.joined() } == keys)
}

/// Example: both sites are billed as documented, and the first one's line stands twice.
@Test func theInitialBilledTwiceIsTheOneTooMany() {
  let findings = reconcile(
    derived(["5 96365", "5 96374-59"], sites: 2), billed(["5 96365", "5 96365", "5 96374-59"])
  ).findings
  #expect(findings.map(\.status) == [.unitsHigh, .match])
}

@Test func theInitialWithoutARecordIsTheOneTooMany() {
  let findings = reconcile(derived(["5 96374"]), billed(["5 96365", "5 96374"])).findings
  #expect(
    findings.map(summary) == ["5 96365 -/1 unsupported NO_DOCUMENTATION TWO_INITIALS", "5 96374 1/1 match"])
}

@Test func aCheckJoinsTheDiscrepancyOfItsLine() {
  let findings = reconcile(derived(["5 96365"]), billed(["5 96365", "5 96361"])).findings
  #expect(findings.map(\.status) == [.match, .unsupported])
  let two = reconcile(derived(["5 96365", "5 96375"]), billed(["5 96365", "5 96374"])).findings
  #expect(
    two.map(summary) == [
      "5 96365 1/1 match", "5 96374 -/1 unsupported OTHER_CODE_SUPPORTED TWO_INITIALS <> 96375",
      "5 96375 1/- missing MISSED_CHARGE <> 96374",
    ])
  #expect(two[1].rules == ["HIER-02", "CHK-19", "CHK-02"])
}

@Test(arguments: ["90765", "96408", "C8950"])
func aDeletedCodeIsAnError(code: String) {
  let result = reconcile(derived(["5 96365"]), billed(["5 96365", "5 \(code)", "5 J1100"]))
  #expect(Set(result.findings.map(summary)) == ["5 96365 1/1 match", "5 \(code) -/1 check CODE_INACTIVE"])
  let finding = result.findings.first { $0.status == .check }
  #expect(finding?.severity == .error)
  #expect(finding?.reason == "\(code) was deleted on 2026-01-01; 96365 took its place.")
  #expect(result.status == .mixed)
  #expect(result.billed.contains(code))
}

@Test(arguments: [
  (["5 96365-59-XU"], ["MODIFIER_59_AND_X"]), (["5 96365-59"], []), (["5 96365-XU"], []),
])
func aLineHasOneModifierThatSetsItApart(lines: [String], keys: [String]) {
  let findings = reconcile(derived(["5 96374", "5 96365-59"], sites: 2), billed(["5 96374"] + lines)).findings
  #expect(findings.flatMap(\.reasonCodes) == keys)
}

@Test(arguments: [
  (1, ["5 96365"], "5 96365-59", ["MODIFIER_NOT_DERIVED", "MODIFIER_UNSUPPORTED"]),
  (2, ["5 96365"], "5 96365-59", ["MODIFIER_NOT_DERIVED"]),
  (1, ["5 96365-59"], "5 96365-59", []),
  (1, ["5 96372"], "5 96372-59", ["MODIFIER_NOT_DERIVED"]),
])
func aModifierOnTheOnlyInitialIsNotSupported(sites: Int, suggested: [String], line: String, keys: [String]) {
  let findings = reconcile(derived(suggested, sites: sites), billed([line])).findings
  #expect(findings.flatMap(\.reasonCodes) == keys)
}

@Test func aLaterEncounterNeedsItsModifier() {
  var derivation = derived(["5 96374-59"])
  let charge = derivation.charges[0]
  derivation.charges = [
    ExpectedCharge(
      code: charge.code, modifiers: charge.modifiers, serviceDate: day(5), units: 1, services: [0], rules: ["MOD-02"],
      rows: [])
  ]
  let finding = reconcile(derivation, billed(["5 96374"])).findings[0]
  #expect(finding.reasonCodes == ["MODIFIER_MISSING", "SECOND_ENCOUNTER_NO_MODIFIER"])
  #expect(finding.reason.contains("An earlier encounter of the patient that day has an initial service already."))
  #expect(reconcile(derivation, billed(["5 96374-XE"])).findings[0].reasonCodes == [])
}

@Test func checksLookAtWhatIsLeftOfTheBill() {
  let lines = ["5 96365", "5 96374-59", "5 96374-59 x-1", "5 96523", "5 96523 x-1"]
  let result = reconcile(derived(["5 96365"]), billed(lines))
  #expect(result.findings.map(summary) == ["5 96365 1/1 match"])
  #expect(result.billed == "96365 x1")
}

@Test func nothingIsSaidTwice() {
  let surplus = reconcile(derived(["5 96365"]), billed(["5 96365 x3"])).findings[0]
  #expect(summary(surplus) == "5 96365 1/3 units_high UNSUPPORTED_UNITS TWO_INITIALS")
  #expect(!surplus.reason.contains("too many"))
  let modifier = reconcile(derived(["5 96365", "5 96365-59"], sites: 2), billed(["5 96365 x2"])).findings[1]
  #expect(modifier.reason.components(of: "modifier") == 1)
}

extension String {
  /// How often a word stands in it.
  fileprivate func components(of word: String) -> Int { split(separator: " ").count { $0 == word } }
}

@Test func noErrorRestsOnWhatIsUnverified() {
  let errors = CheckRule.all.filter { $0.severity == .error }
  #expect(!errors.isEmpty)
  #expect(errors.allSatisfy { !$0.evidence.contains("U") && $0.evidence != ["D"] })
}

@Test func everyCheckRuleHasItsOwnID() {
  let ids = CheckRule.all.map(\.id)
  #expect(Set(ids).count == ids.count)
  let all: [RuleID] = (1...36).map { RuleID("CHK-" + padded($0, to: 2)) }
  #expect(ids.filter { $0.description.hasPrefix("CHK") }.sorted() == all)
  let made = Array(ids.dropFirst(4)).filter { $0.description.hasPrefix("CHK") }
  #expect(made == made.sorted())
  #expect(CheckRule.all.allSatisfy { !$0.sentence.isEmpty && !$0.evidence.isEmpty })
  #expect(ids.allSatisfy { RuleBook.rule($0) == nil })
  #expect(RuleBook.rule("MOD-04") != nil)
  #expect(RuleBook.rule("MOD-07") != nil)
}
