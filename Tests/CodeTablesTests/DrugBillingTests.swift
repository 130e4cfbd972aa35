import CodeTables
import Coding
import Infusion
import Testing

@Suite("Units of drug codes")
struct DrugBillingTests {
  private let billing: DrugBilling

  init() throws {
    billing = try bundledTables.get().year(for: date(2026, 1, 5)).drugBilling
  }

  @Test(arguments: [
    ("J1745", "10 mg"), ("J2506", "0.5 mg"), ("J2505", "6 mg"), ("J0885", "1000 units"), ("J7050", "250 mL"),
    ("J0558", "100000 units"), ("90632", "1 doses"),
  ])
  func theUnitIsThatOfTheTable(code: String, unit: String) {
    #expect(billing.units[ProcedureCode(code)]?.description == unit)
  }

  @Test func theYearKnowsWhatReplacedACode() {
    #expect(billing.successors[ProcedureCode("J2505")] == ProcedureCode("J2506"))
    #expect(billing.areOneDrug(ProcedureCode("J2505"), ProcedureCode("J2506")))
    #expect(billing.areOneDrug(ProcedureCode("J1745"), ProcedureCode("Q5103")))
    #expect(!billing.areOneDrug(ProcedureCode("J1745"), ProcedureCode("J2506")))
  }

  @Test(
    "A drug's code is known by the drug alone only where it has one in force",
    arguments: [("pembrolizumab", "J9271"), ("infliximab", nil), ("pegfilgrastim", nil), ("ondansetron", "J2405")]
      as [(String, String?)])
  func onlyCode(drug: String, code: String?) {
    #expect(billing.onlyCodes[DrugKey(ingredients: [drug])]?.description == code)
  }

  @Test("A code alone names the drug that its row would be recognised as, an organisation's own drug too")
  func drugKeyOfCode() throws {
    let own = OwnDrug(hcpcs: "J1745", ingredients: ["our own antibody"])
    for formulary in [try bundledTables.get().formulary, try CodeTables.load(ownDrugs: [own]).formulary] {
      for code in formulary.products.keys {
        #expect(formulary.drugKey(ofCode: code) == formulary.recognise(drugText: "", hcpcs: code)?.key, "\(code)")
      }
    }
  }

  @Test func vialSizesAreInTheUnitOfTheCode() {
    #expect(billing.units[ProcedureCode("J9299")]?.vialSizes == [40, 100, 120, 240].map { ExactDecimal($0) })
    #expect(billing.units[ProcedureCode("J9312")]?.vialSizes == [100, 500].map { ExactDecimal($0) })
    #expect(billing.units[ProcedureCode("J1100")]?.vialSizes == [])
  }
}
