import Coding
import Infusion
import Reconciliation
import TestSupport
import Testing

private let longStay = [
  "5 96413", "5 96415 x2", "5 96367", "5 96375 x2", "5 96361 x3", "5 96372", "5 96374-59", "6 96366 x2", "6 96523",
]

@Test func whatIsSuggestedMatchesItself() {
  var lines = longStay
  lines.removeLast()
  // 96366 finds a parent in 96367, which stands on another day.
  let result = reconcile(derived(lines, sites: 2), billed(lines))
  #expect(result.findings.count == lines.count)
  #expect(result.findings.flatMap(\.reasonCodes) == ["SPLIT_CLAIM"])
  #expect(result.findings.allSatisfy { [.match, .check].contains($0.status) && !$0.needsReview })
  #expect(result.status == .match)
  #expect(result.suggested == result.billed)
  #expect([result.errors, result.warnings, result.infos] == [0, 0, 1])
}

@Test(arguments: longStay.indices)
func droppingABilledLineMakesExactlyThatLineMissing(dropped: Int) {
  var lines = longStay
  let code = Shorthand(lines.remove(at: dropped)).code
  let result = reconcile(derived(longStay, sites: 2), billed(lines))
  #expect(result.findings.filter { $0.status == .missing }.compactMap(\.code) == [code])
  #expect(result.findings.allSatisfy { [.missing, .match, .check].contains($0.status) })
  #expect(result.findings.count { $0.status == .missing } == 1)
}

@Test(arguments: 0..<40)
func theOrderOfBilledLinesLeavesNoTrace(seed: UInt64) {
  let texts = [
    "5 96413", "5 96415", "6 96415", "5 96365", "5 96365-59", "5 96374", "5 96372 x3", "5 96372 x-1", "- 96372",
    "6 96361", "5 96376 x-1", "5 96367", "7 96417", "5 J9000",
  ]
  let suggested = ["5 96413", "5 96415 x3", "5 96372 x3", "5 96375", "6 96361 x2", "6 96401"]
  let lines = billed(texts)
  var draw = Draw(seed: seed)
  let expected = reconcile(derived(suggested), lines)
  #expect(reconcile(derived(suggested), lines.shuffled(using: &draw)) == expected, "seed \(seed)")
}

@Test func findingsStandInListingOrder() {
  let texts = ["6 96413", "5 96372", "5 96361", "5 96366", "5 96365", "5 96415", "5 96413", "5 96365-59"]
  let result = reconcile(derived(texts, sites: 4), billed(texts))
  let names = result.findings.map { finding in
    "\(finding.serviceDate!.fields.day) \(finding.code!)" + finding.suggestedModifiers.map { "-\($0)" }.joined()
  }
  #expect(
    names == [
      "5 96413", "5 96415", "5 96365", "5 96365-59", "5 96366", "5 96372", "5 96361", "6 96413",
    ])
}

@Test(arguments: [
  (["5 96365"], ["5 96365"], EncounterResult.Status.match),
  (["5 96365", "5 96366 x2"], ["5 96365", "5 96366"], .underbilled),
  (["5 96365"], ["5 96365", "5 96372"], .overbilled),
  (["5 96365", "5 96366"], ["5 96365", "5 96372"], .mixed),
  (["5 96372"], ["6 96372"], .mixed),
])
func anEncounterIsSummedUp(suggested: [String], lines: [String], status: EncounterResult.Status) {
  #expect(reconcile(derived(suggested), billed(lines)).status == status)
}

/// Example: an antibiotic in the evening and fluid the next morning, without a word why; billed as documented.
@Test func aNoteOnALineThatACheckOnlyInformsOfLeavesAMatch() {
  let lines = ["5 96365", "6 96361"]
  let result = reconcile(derived(lines, notices: [notice(.hydrationNecessity)], on: [1: [0]]), billed(lines))
  #expect(result.findings.map(\.status) == [.match, .check])
  #expect(result.findings[1].reasonCodes == ["HYD_NECESSITY", "SPLIT_CLAIM"])
  #expect(result.findings[1].severity == .warning)
  #expect(result.status == .match)
}

@Test func anEncounterWithOnlyOpenQuestionsIsAReview() {
  let derivation = derived(["5 96413"], notices: [notice(.concurrentChemo, on: day(5))])
  #expect(reconcile(derivation, billed(["5 96413"])).status == .review)
}

@Test func theEncounterRowTellsCodesDatesAndSeverities() {
  let result = reconcile(
    derived(["5 96413", "6 96415", "5 96415 x2", "5 96365-59"], sites: 2),
    billed(["5 96413", "5 96415 x2", "6 96372", "5 96365"]))
  #expect(result.suggested == "96413 x1; 96415 x3; 96365-59 x1")
  #expect(result.billed == "96413 x1; 96415 x2; 96365 x1; 96372 x1")
  #expect(result.firstServiceDate == day(5))
  #expect(result.lastServiceDate == day(6))
  #expect(result.sites == ["PIV 0"])
  // 96372 without a record and 96365 without its modifier; the hour of the second day.
  #expect([result.errors, result.warnings, result.infos] == [2, 1, 0])
}

@Test func anEncounterThatIsOnlyBilledIsUnsupported() {
  let result = reconcile(Derivation(), billed(["5 96365"]))
  #expect(result.findings.map(summary) == ["5 96365 -/1 unsupported NO_DOCUMENTATION"])
  #expect(result.findings[0].reason.contains("holds no row of this encounter"))
  #expect(result.status == .overbilled)
}

@Test func whatIsExplainedBesidesDoesNotChangeTheEncounter() {
  var derivation = derived(["5 96365"])
  derivation.excluded = [excluded(2, .route)]
  var tablet = row(2, "lisinopril", .therapeutic, .oral, site: "mouth")
  tablet.start = ClockTime(day(6), minuteOfDay: 0)
  let rows = [row(1, "ceftriaxone", site: "PIV 0"), tablet, row(3, "saline flush", .hydration, site: "PIV 1")]
  let lost = RejectedInput(rows: [record(9)])
  let plain = reconcile(derivation, billed(["5 96365"]), rows: rows, rejected: lost)
  let explained = reconcile(derivation, billed(["5 96365"]), rows: rows, rejected: lost, listsExcluded: true)
  for result in [plain, explained] {
    #expect(result.firstServiceDate == day(5))
    #expect(result.lastServiceDate == day(6))
    #expect(result.sites == ["PIV 0", "PIV 1"])
    #expect([result.errors, result.warnings, result.infos] == [0, 0, 1])
  }
  #expect(explained.findings.count == plain.findings.count + 1)
  #expect(explained.findings.last?.reasonCodes == ["NB_ROUTE"])
  #expect(explained.findings.last?.needsReview == false)
}
