import Coding
import Infusion
import Pipeline
import Testing

@Suite("Fluid that the record does not name")
struct UnnamedCarrierTests {
  @Test("is a vehicle, which supports nothing, and no drug that nobody knows (CLS-17)")
  func vehicle() throws {
    let result = try SmallRun.of(mar: ["1,Piggyback,IV,infusion,,2026-01-05 09:00,2026-01-05 10:00"])
    #expect(result.output.coded.map(\.derivation.charges.count) == [0])
    #expect(result.summary.rows.excluded == ["NB_VEHICLE": 1])
    #expect(result.summary.unrecognisedDrugs.isEmpty)
  }
}
