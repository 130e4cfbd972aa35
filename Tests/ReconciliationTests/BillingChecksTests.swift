import Coding
import Infusion
import Reconciliation
import Testing

@Test(
  arguments: [
    ("96365 stands", ["5 96365", "5 96366"], [:]),
    ("the parent stands on an earlier day", ["4 96365", "5 96366"], [:]),
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
    ("two concurrent on two days", ["5 96365", "5 96368", "6 96368"], [:]),
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
  #expect(two[1].rules == ["CHK-19", "CHK-02"])
}

@Test func everyCheckRuleHasItsOwnID() {
  let ids = CheckRule.all.map(\.id)
  #expect(Set(ids).count == ids.count)
  #expect(ids.suffix(5) == ["CHK-01", "CHK-02", "CHK-05", "CHK-07", "CHK-10"])
  #expect(CheckRule.all.allSatisfy { !$0.sentence.isEmpty && !$0.evidence.isEmpty })
  #expect(ids.allSatisfy { RuleBook.rule($0) == nil })
  #expect(RuleBook.rule("MOD-04") != nil)
  #expect(RuleBook.rule("MOD-07") != nil)
}
