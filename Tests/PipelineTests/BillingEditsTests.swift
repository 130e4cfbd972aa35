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

  @Test func aRunWithoutBillSaysNothingOfThem() throws {
    let run = try SmallRun.of(mar: Self.mar) { $0.comparesWithBill = false }
    #expect(!run.summary.warnings.contains { $0.contains("CHK-22") })
  }
}
