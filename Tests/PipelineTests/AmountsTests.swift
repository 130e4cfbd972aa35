import Infusion
import Pipeline
import Reconciliation
import Testing

/// What the differences of a run are worth.
@Suite struct AmountsTests {
  private static let mar = [
    "E1,vancomycin 1 g,IV,infusion,PIV L AC,2026-01-05 09:00,2026-01-05 11:31",
    "E2,ondansetron 4 mg,IV,push,PIV R AC,2026-01-05 09:00,",
    "E3,ketorolac 30 mg,IM,,,2026-01-05 11:00,",
  ]

  @Test(arguments: [
    (lines: ["E1,96365,1", "E1,96366,2", "E2,96374,1", "E3,96372,1"], under: "0", over: "0", unpriced: 0),
    (["E1,96365,1", "E2,96374,1", "E3,96372,1"], "80", "0", 0),
    (["E1,96365,1", "E1,96366,1", "E2,96374,1", "E3,96372,1"], "40", "0", 0),
    (["E1,96365,1", "E1,96366,4", "E2,96374,1", "E3,96372,1"], "0", "80", 0),
    (["E1,96365,1", "E1,96366,2", "E2,96365,1", "E3,96372,1"], "100", "200", 0),
    (["E1,96365,1", "E1,96366,2", "E2,96374,1"], "0", "0", 1),
  ])
  func differencesAreAddedUp(lines: [String], under: String, over: String, unpriced: Int) throws {
    let run = try SmallRun.of(mar: Self.mar, charges: lines.map { $0 + ",2026-01-05" }) { $0.fees = SmallRun.fees }
    let amounts = try #require(run.summary.amounts)
    #expect(amounts.under.description == under)
    #expect(amounts.over.description == over)
    #expect(amounts.unpricedFindings == unpriced)
    #expect(amounts.schedules == (under == "0" && over == "0" ? [] : ["Medicare 2026 estimate"]))
  }

  @Test func withoutAScheduleThereAreNone() throws {
    let run = try SmallRun.of(mar: Self.mar)
    #expect(run.summary.amounts == nil)
    #expect(run.output.findings.allSatisfy { $0.suggestedAmount == nil && $0.billedAmount == nil })
  }
}
