import Coding
import Infusion
import Reconciliation
import Testing

@testable import Pipeline
@testable import Reports

@Suite struct ReportTallyTests {
  private func finding(_ status: Finding.Status, suggested: Int, billed: Int) -> Finding {
    var finding = Finding(encounterID: "E", serviceDate: Fixture.day, setting: .facility, status: status)
    finding.suggestedAmount = ExactDecimal(suggested)
    finding.billedAmount = ExactDecimal(billed)
    return finding
  }

  @Test func sumsWhatIsMissingApartFromWhatIsTooMuch() {
    var rollUp = RollUp()
    rollUp.add(finding(.missing, suggested: 70, billed: 0), under: "a")
    rollUp.add(finding(.unitsHigh, suggested: 20, billed: 50), under: "a")
    rollUp.add(finding(.modifier, suggested: 20, billed: 90), under: "a")
    let line = rollUp.top(5, of: "name").lines[0]
    #expect(line.findings == 3)
    #expect(line.under == ExactDecimal(70))
    #expect(line.over == ExactDecimal(30))
  }

  @Test func listsTheDearestAndSumsTheRest() {
    var rollUp = RollUp()
    for (name, amount) in [("c", 5), ("a", 9), ("d", 0), ("b", 5)] {
      rollUp.add(finding(.missing, suggested: amount, billed: 0), under: name)
    }
    let (lines, rest) = rollUp.top(2, of: "name")
    #expect(lines.map(\.name) == ["a", "b"])
    #expect(rest?.name == "2 more names")
    #expect(rest?.under == ExactDecimal(5))
    #expect(rollUp.top(4, of: "name").rest == nil)
  }

  /// A column of ids taken for departments must not fill the memory.
  @Test func forgetsNamesBeyondItsLimitAndNoFinding() {
    var rollUp = RollUp()
    for number in 0..<6_000 {
      rollUp.add(finding(.missing, suggested: 1, billed: 0), under: "\(number)")
    }
    let (lines, rest) = rollUp.top(10, of: "name")
    #expect(rest?.name == "all others")
    #expect(lines.count + (rest?.findings ?? 0) == 6_000)
    #expect(rollUp.top(6_000, of: "name").lines.count == 5_000)
  }

  private func visit(_ number: Int, billedUnits: Int) -> CodedEncounter {
    var encounter = Fixture.encounter
    encounter.id = "E\(number)"
    let line = ChargeLine(
      source: Fixture.source(number), code: ProcedureCode("96366"), units: billedUnits, serviceDate: Fixture.day)
    return HTMLReportTests.coded(encounter, billed: [line])
  }

  @Test func keepsTheCostliestInOrderOfWorthThenOfInput() {
    var costliest = Costliest(limit: 3)
    for (number, units) in [3, 9, 4, 9, 1].enumerated() { costliest.add(visit(number, billedUnits: units)) }
    #expect(costliest.entries.map(\.coded.encounter.id) == ["E1", "E3", "E2"])
  }

  @Test(arguments: [1, 2, 5, 20])
  func pagesOfAnySizeComeToTheSame(pageSize: Int) {
    let visits = (0..<20).map { visit($0, billedUnits: 1 + $0 * 7 % 11) }
    var whole = ReportTally(timelines: 4)
    for visit in visits { whole.add(visit) }
    var joined = ReportTally(timelines: 4)
    for start in stride(from: 0, to: visits.count, by: pageSize) {
      var page = ReportTally(timelines: 4)
      for visit in visits[start..<min(start + pageSize, visits.count)] { page.add(visit) }
      joined.add(page)
    }
    func text(_ tally: ReportTally) -> String {
      HTMLReport(RunSummary(), tally, sources: ["mar.csv"], chargeSources: ["charges.csv"]).text
    }
    #expect(text(joined) == text(whole))
    #expect(joined.costliest.entries.count == 4)
  }

  @Test func leavesOutWhatAgrees() {
    let billed = Fixture.derivation.charges.enumerated().map { place, charge in
      ChargeLine(
        source: Fixture.source(place), code: charge.code, units: charge.units, modifiers: charge.modifiers,
        serviceDate: charge.serviceDate)
    }
    var tally = ReportTally()
    tally.add(HTMLReportTests.coded(Fixture.encounter, billed: billed))
    #expect(tally.costliest.entries.isEmpty)
    #expect(tally.codes.top(1, of: "code").lines.isEmpty)
  }
}
