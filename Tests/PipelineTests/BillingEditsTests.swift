import Infusion
import Pipeline
import Reconciliation
import Testing

/// The edits of the tables reach the checks of billed lines (coding-rules CHK-22, CHK-23).
@Suite struct BillingEditsTests {
  private static let mar = [
    "E1,ondansetron 4 mg,IV,push,PIV L AC,2026-01-05 09:00,",
    "E1,ketorolac 30 mg,IM,,,2026-01-05 11:00,",
  ]

  @Test func moreUnitsThanTheLimitAreReported() throws {
    let run = try SmallRun.of(mar: Self.mar, charges: ["E1,96374,2,2026-01-05", "E1,96372,1,2026-01-05"])
    let finding = try #require(run.output.findings.first { $0.code?.description == "96374" })
    #expect(finding.reasonCodes.contains("MUE_OVER"))
    #expect(finding.reason.contains("the limit of a day is 1 (table of 2024-07-01)"))
    #expect(finding.rules.contains("CHK-22"))
  }

  @Test func pairedCodesAreReported() throws {
    let run = try SmallRun.of(mar: Self.mar, charges: ["E1,96374,1,2026-01-05", "E1,96360,1,2026-01-05"])
    let keys = run.output.findings.filter { $0.reasonCodes.contains("NCCI_PAIR") }.compactMap { $0.code?.description }
    #expect(keys == ["96360"])
  }

  @Test func oldTablesAreSaidOnce() throws {
    let run = try SmallRun.of(mar: Self.mar, charges: ["E1,96374,1,2026-01-05", "E1,96372,1,2026-01-05"])
    #expect(run.summary.warnings.filter { $0.contains("CHK-22") && $0.contains("2024-07-01") }.count == 1)
  }

  @Test func servicesBeforeTheTablesAreNotJudged() throws {
    let mar = Self.mar.map { $0.replacing("2026-01-05", with: "2024-06-30") }
    let run = try SmallRun.of(mar: mar, charges: ["E1,96374,2,2024-06-30", "E1,96372,1,2024-06-30"])
    let keys = run.output.findings.flatMap(\.reasonCodes)
    #expect(!keys.contains("MUE_OVER") && !keys.contains("NCCI_PAIR"))
    for id in ["CHK-22", "CHK-23"] {
      let said = run.summary.warnings.filter { $0.contains(id) }
      #expect(said.count == 1)
      #expect(said.first?.contains("did not judge services before 2024-07-01") == true)
    }
  }

  @Test func theDayIsThePatients() throws {
    let mar = [
      "E2,ketorolac 30 mg,IM,,,2026-01-05 15:00,,,,,,,Medicare,,,,,,,P1",
      "E1,ondansetron 4 mg,IV,push,PIV L AC,2026-01-05 09:00,,,,,,,Medicare,,,,,,,P1",
    ]
    let run = try SmallRun.of(
      mar: mar, charges: ["E1,96374,1,2026-01-05", "E1,96372,5,2026-01-05", "E2,96372,1,2026-01-05"])
    let later = try #require(run.output.findings.first { $0.encounterID == "E2" })
    #expect(later.suggestedModifiers == [.distinctService])
    #expect(later.reasonCodes.contains("NCCI_PAIR"))
    #expect(later.reasonCodes.contains("MUE_OVER"))
    #expect(later.reason.contains("96372 has 6 units that day"))
    let earlier = run.output.findings.filter { $0.encounterID == "E1" }.flatMap(\.reasonCodes)
    #expect(!earlier.contains("MUE_OVER"))
  }

  @Test func aRunWithoutBillSaysNothingOfThem() throws {
    let run = try SmallRun.of(mar: Self.mar) { $0.comparesWithBill = false }
    #expect(!run.summary.warnings.contains { $0.contains("CHK-22") })
  }
}
