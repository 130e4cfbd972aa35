import CodeTables
import Coding
import Infusion
import Testing

/// Classes by drug, route and container (coding-rules Part 4).
@Suite struct ClassDecisionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let route: Route
    let drugClass: DrugClass
    let rule: RuleID
    var milliliters: Int?
    var facts: RowFacts = []

    init(
      _ text: String, _ route: Route, _ drugClass: DrugClass, _ rule: RuleID, milliliters: Int? = nil,
      facts: RowFacts = []
    ) {
      self.text = text
      self.route = route
      self.drugClass = drugClass
      self.rule = rule
      self.milliliters = milliliters
      self.facts = facts
    }

    var testDescription: String { "\(text) \(route.rawValue)" }
  }

  static let drugTable = [
    Case("cyclophosphamide", .intravenous, .chemo, "CLS-02"), Case("bortezomib", .subcutaneous, .chemo, "CLS-02"),
    Case("methotrexate", .intramuscular, .chemo, "CLS-02"), Case("azacitidine", .subcutaneous, .chemo, "CLS-02"),
    Case("pembrolizumab", .intravenous, .chemo, "CLS-02"), Case("rituximab", .intravenous, .chemo, "CLS-02"),
    Case("daratumumab", .subcutaneous, .chemo, "CLS-02"), Case("blinatumomab", .intravenous, .chemo, "CLS-02"),
    Case("aldesleukin", .intravenous, .chemo, "CLS-02"),
    Case("infliximab", .intravenous, .chemo, "CLS-03"), Case("vedolizumab", .intravenous, .chemo, "CLS-03"),
    Case("natalizumab", .intravenous, .chemo, "CLS-03"), Case("tocilizumab", .intravenous, .chemo, "CLS-03"),
    Case("tocilizumab", .subcutaneous, .therapeutic, "CLS-05"),
    Case("abatacept", .subcutaneous, .therapeutic, "CLS-05"),
    Case("pegloticase", .intravenous, .chemo, "CLS-03"),
    Case("omalizumab", .subcutaneous, .therapeutic, "CLS-05"),
    Case("mepolizumab", .subcutaneous, .therapeutic, "CLS-05"),
    Case("fulvestrant", .intramuscular, .hormonal, "CLS-02"), Case("degarelix", .subcutaneous, .hormonal, "CLS-02"),
    Case("goserelin", .subcutaneous, .hormonal, "CLS-02"),
    Case("octreotide", .subcutaneous, .therapeutic, "CLS-05"),
    Case("lanreotide", .subcutaneous, .therapeutic, "CLS-05"),
    Case("denosumab", .subcutaneous, .therapeutic, "CLS-05"),
    Case("zoledronic acid", .intravenous, .therapeutic, "CLS-05"),
    Case("pegfilgrastim", .subcutaneous, .therapeutic, "CLS-06"),
    Case("filgrastim", .subcutaneous, .therapeutic, "CLS-06"),
    Case("epoetin alfa", .subcutaneous, .therapeutic, "CLS-06"),
    Case("iron sucrose", .intravenous, .therapeutic, "CLS-05"),
    Case("leucovorin", .intravenous, .therapeutic, "CLS-06"),
    Case("mesna", .intravenous, .therapeutic, "CLS-06"), Case("ondansetron", .intravenous, .therapeutic, "CLS-06"),
    Case("famotidine", .intravenous, .therapeutic, "CLS-06"), Case("vancomycin", .intravenous, .therapeutic, "CLS-28"),
    Case("medroxyprogesterone", .intramuscular, .therapeutic, "CLS-05"),
    Case("testosterone", .intramuscular, .therapeutic, "CLS-05"),
    Case("basiliximab", .intravenous, .therapeutic, "CLS-05"),
    Case("imiglucerase", .intravenous, .therapeutic, "CLS-05"), Case("albumin", .intravenous, .therapeutic, "CLS-13"),
    Case("cyclophosphamide + mesna in NS 500 mL", .intravenous, .chemo, "CLS-02"),
    Case("D5W 250 mL with carboplatin", .intravenous, .chemo, "CLS-02"),
  ]

  static let fluids = [
    Case("sodium chloride 0.9 %", .intravenous, .hydration, "CLS-12"),
    Case("sodium chloride 0.45 % infusion", .intravenous, .hydration, "CLS-12"),
    Case("0.2% sodium chloride", .intravenous, .hydration, "CLS-12"),
    Case("normal saline", .intravenous, .hydration, "CLS-12"),
    Case("lactated ringers", .intravenous, .hydration, "CLS-12"),
    Case("Plasma-Lyte A", .intravenous, .hydration, "CLS-12"), Case("Normosol-R", .intravenous, .hydration, "CLS-12"),
    Case("dextrose 5 % in water", .intravenous, .hydration, "CLS-12"), Case("D5W", .intravenous, .hydration, "CLS-12"),
    Case("dextrose 5 % in lactated ringers", .intravenous, .hydration, "CLS-12"),
    Case("5% dextrose in 0.9% saline", .intravenous, .hydration, "CLS-12"),
    Case("DEXTROSE 5%-1/2 NORMAL SALINE IV : 1000 ML BAG", .intravenous, .hydration, "CLS-12"),
    Case("1000 ML - POTASSIUM CHLORIDE IN NACL 20-0.9 MEQ/L-% IV SOLN", .intravenous, .hydration, "CLS-14"),
    Case("sodium bicarbonate 150 mEq in D5W 1000 mL", .intravenous, .therapeutic, "CLS-13"),
    Case("sodium chloride 4 %", .intravenous, .therapeutic, "CLS-13"),
    Case("D5 1/2NS", .intravenous, .hydration, "CLS-12"),
    Case("sodium chloride 0.9 %", .intravenous, .hydration, "CLS-17", facts: .vehicle),
    Case("sodium chloride 3 %", .intravenous, .therapeutic, "CLS-13"),
    Case("3% sodium chloride", .intravenous, .therapeutic, "CLS-13"),
    Case("sodium chloride 1.5 %", .intravenous, .therapeutic, "CLS-13"),
    Case("sodium chloride 1.4 %", .intravenous, .hydration, "CLS-12"),
    Case("dextrose 10 % infusion", .intravenous, .therapeutic, "CLS-13"),
    Case("dextrose 50 % syringe", .intravenous, .therapeutic, "CLS-13"),
    Case("D10W", .intravenous, .therapeutic, "CLS-13"),
    Case("dextrose 10 % in sodium chloride 0.45 %", .intravenous, .therapeutic, "CLS-13"),
    Case("DEXTROSE-NACL 10-0.45 %", .intravenous, .therapeutic, "CLS-13"),
    Case("DEXTROSE-SODIUM CHLORIDE 10-0.9 % IV SOLN", .intravenous, .therapeutic, "CLS-13"),
    Case("D10 1/2NS", .intravenous, .therapeutic, "CLS-13"), Case("D10NS", .intravenous, .therapeutic, "CLS-13"),
    Case("D10 0.45% NaCl", .intravenous, .therapeutic, "CLS-13"),
    Case("DEXTROSE-NACL 5-0.45 % IV SOLN", .intravenous, .hydration, "CLS-12"),
    Case("DEXTROSE-NACL 2.5-0.45 %", .intravenous, .hydration, "CLS-12"),
    Case("Potassium Chl 20 mEq / 1000 mL D5 1/2 NS", .intravenous, .hydration, "CLS-14"),
    Case(
      "KCL IN DEXTROSE-NACL 20-10-0.45 MEQ/L-%-% IV SOLN 1000 ML", .intravenous, .therapeutic, "CLS-05",
      milliliters: 1_000),
    Case(
      "KCL IN DEXTROSE-NACL 20-5-0.45 MEQ/L-%-% IV SOLN", .intravenous, .hydration, "CLS-14", milliliters: 1_000),
    Case("sterile water", .intravenous, .therapeutic, "CLS-13"),
    Case("mannitol 20 %", .intravenous, .therapeutic, "CLS-13"),
    Case("sodium bicarbonate", .intravenous, .therapeutic, "CLS-13"),
    Case("sodium chloride 0.9 % with KCl 20 mEq/L", .intravenous, .hydration, "CLS-14", milliliters: 500),
    Case("sodium chloride 0.9 % with KCl 20 mEq/L", .intravenous, .therapeutic, "CLS-14", milliliters: 499),
    Case("sodium chloride 0.9 % with KCl 20 mEq/L", .intravenous, .therapeutic, "CLS-14"),
    Case("sodium chloride 0.9 % with KCl 20 mEq 1,000 mL", .intravenous, .hydration, "CLS-14"),
    Case(
      "sodium chloride 0.9 % with KCl 20 mEq 1,000 mL", .intravenous, .therapeutic, "CLS-14", facts: .deficiency),
    Case("potassium chloride 10 mEq in NS 100 mL", .intravenous, .therapeutic, "CLS-14"),
    Case("magnesium sulfate 2 g in NS 1000 mL", .intravenous, .therapeutic, "CLS-15"),
    Case("magnesium sulfate", .intravenous, .therapeutic, "CLS-15"),
    Case("calcium gluconate 1 g", .intravenous, .therapeutic, "CLS-15"),
    Case("potassium phosphate 15 mmol in NS 250 mL", .intravenous, .therapeutic, "CLS-15"),
    Case("NS 1000 mL with thiamine 100 mg, folic acid 1 mg", .intravenous, .therapeutic, "CLS-16"),
    Case("D5NS 1000 mL + thiamine 100 mg", .intravenous, .therapeutic, "CLS-16"),
    Case("banana bag", .intravenous, .therapeutic, "CLS-16"),
    Case("banana bag in NS 1000 mL", .intravenous, .therapeutic, "CLS-16"),
    Case("sodium phosphate 15 mmol in D5W", .intravenous, .therapeutic, "CLS-15"),
    Case("calcium gluconate + magnesium sulfate in NS", .intravenous, .therapeutic, "CLS-15"),
  ]

  static let special = [
    Case("iohexol", .intravenous, .imaging, "CLS-20"), Case("regadenoson", .intravenous, .imaging, "CLS-20"),
    Case("etomidate", .intravenous, .sedation, "CLS-21"), Case("red blood cells", .intravenous, .blood, "CLS-22"),
    Case("saline flush", .intravenous, .hydration, "CLS-23"), Case("alteplase", .intravenous, .therapeutic, "CLS-23"),
    Case("nirsevimab", .intramuscular, .specialAntibody, "CLS-25"),
    Case("palivizumab", .intramuscular, .therapeutic, "CLS-05"),
    Case("influenza vaccine", .intramuscular, .vaccine, "CLS-24"),
  ]

  @Test(arguments: drugTable + fluids + special)
  func decides(_ test: Case) throws {
    let formulary = try bundledTables.get().formulary
    let drug = try #require(formulary.recognise(drugText: test.text))
    let decision = formulary.drugClass(
      of: drug, route: test.route, bagMilliliters: test.milliliters.map { ExactDecimal($0) }, facts: test.facts)
    #expect(decision.drugClass == test.drugClass)
    #expect(decision.rule == test.rule)
    #expect(!decision.isDefaulted)
  }

  @Test(arguments: ["PAYER_LIST", "MAC_LEGACY_LIST"])
  func theOwnTableGoesBeforeEveryChoice(complexClass: String) throws {
    var policy = Policy()
    try policy.set("complex_class", to: complexClass)
    let own = OwnDrug(name: "infliximab", ingredients: ["infliximab"], drugClass: .chemo)
    let formulary = try CodeTables.load(ownDrugs: [own]).formulary
    let drug = try #require(formulary.recognise(drugText: "infliximab 100 mg"))
    let decision = formulary.drugClass(of: drug, route: .intravenous, policy: policy)
    #expect(decision.drugClass == .chemo)
    #expect(decision.rule == "CLS-01")
  }

  @Test func takesTheUnknownAsTherapeuticAndSaysSo() throws {
    let decision = try bundledTables.get().formulary.drugClass(of: nil, route: .intravenous)
    #expect(decision.drugClass == .therapeutic)
    #expect(decision.isDefaulted)
    #expect(decision.rule == "CLS-01")
  }

  @Test(arguments: [("infliximab", true), ("ocrelizumab", true), ("imiglucerase", true), ("rituximab", false)])
  func asksForDocumentedComplexity(ingredient: String, isAsked: Bool) throws {
    let drug = try #require(try bundledTables.get().formulary.recognise(drugText: ingredient))
    #expect(drug.complexityToDocument == isAsked)
  }
}
