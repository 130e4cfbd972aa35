import CodeTables
import Coding
import Infusion
import Testing

/// Drug texts as exports print them, and what is in the container (input IN-40).
@Suite struct RecognitionTests {
  static let texts: [(String, String?)] = [
    ("ondansetron", "ondansetron"),
    ("ONDANSETRON HCL (PF) 4 MG/2 ML INJECTION SOLUTION", "ondansetron"),
    ("ondansetron 8 mg in NaCl 0.9% 50 mL IVPB", "ondansetron"),
    ("Zofran 4mg/2mL", "ondansetron"),
    ("DOXOrubicin 50 mg/25 mL", "doxorubicin"),
    ("PACLitaxel 175 mg/m2 in D5W 500 mL", "paclitaxel"),
    ("Keytruda", "pembrolizumab"),
    ("pembrolizumab (Keytruda) 200 mg in sodium chloride 0.9 % 50 mL IVPB", "pembrolizumab"),
    ("riTUXimab-abbs (TRUXIMA) 500 mg", "rituximab"),
    ("trastuzumab-anns", "trastuzumab"),
    ("bevacizumab-awwb 400 mg/16 mL", "bevacizumab"),
    ("inFLIXimab-dyyb (Inflectra) in NS 250 mL", "infliximab"),
    ("vancomycin 1 g in D5W", "vancomycin"),
    ("vancomycin - NS 250 mL", "vancomycin"),
    ("D5W 250 mL vancomycin 1 g", "vancomycin"),
    ("cefTRIAXone 1 g in dextrose 5 % 50 mL IVPB", "ceftriaxone"),
    ("ceftriaxone 1 g in lidocaine 1 % IM", "ceftriaxone"),
    ("methylPREDNISolone sodium succinate 125 mg", "methylprednisolone"),
    ("dexamethasone sodium phosphate 4 mg/mL", "dexamethasone"),
    ("diphenhydrAMINE 25 mg IV push", "diphenhydramine"),
    ("dexamethasone 10 mg + ondansetron 8 mg in NS 50 mL", "dexamethasone+ondansetron"),
    ("ondansetron/dexamethasone IVPB", "dexamethasone+ondansetron"),
    ("famotidine and diphenhydramine", "diphenhydramine+famotidine"),
    ("ondansetron dexamethasone", "ondansetron"),
    ("iron sucrose (Venofer) 200 mg in NaCl 0.9% 100 mL", "iron sucrose"),
    ("magnesium sulfate 2 g in sterile water 50 mL IVPB", "magnesium sulfate"),
    ("potassium chloride 10 mEq in 100 mL IVPB", "potassium chloride"),
    ("potassium chloride 20 mEq in NS 100 mL", "potassium chloride"),
    ("potassium chloride 20 mEq/L in D5-0.45% NaCl 1,000 mL", "fluid+potassium chloride"),
    ("sodium chloride 0.9 % with KCl 20 mEq/L infusion 1000 mL", "fluid+potassium chloride"),
    ("dextrose 5 % and sodium chloride 0.45 % with potassium chloride 20 mEq infusion", "fluid+potassium chloride"),
    ("NaCl 0.9% 1000 mL with thiamine 100 mg, folic acid 1 mg", "folic acid+thiamine"),
    ("thiamine 100 mg in NS 50 mL", "thiamine"),
    ("sodium chloride 0.9 % infusion", "sodium chloride"),
    ("1000 ML FLEX CONT : SODIUM CHLORIDE 0.9 % IV SOLN", "sodium chloride"),
    ("NS bolus 1 L", "sodium chloride"),
    ("Solution", "carrier fluid"),
    ("IV Piggyback 50 mL", "carrier fluid"),
    ("ringers solution", "ringers"),
    ("zorbamycin solution", nil),
    ("lactated ringers bolus 500 mL", "lactated ringers"),
    ("Lactated Ringer's", "lactated ringers"),
    ("LR", "lactated ringers"),
    ("D5W", "dextrose"),
    ("dextrose 10 % infusion", "dextrose"),
    ("sodium chloride 3 % hypertonic", "sodium chloride"),
    ("sodium chloride 0.9 % flush 10 mL", "saline flush"),
    ("heparin lock flush 100 unit/mL", "heparin lock"),
    ("heparin (porcine) 100 unit/mL prefilled lock flush", "heparin"),
    ("heparin 25,000 units in dextrose 5 % 250 mL", "heparin"),
    ("alteplase (Cathflo) 2 mg", "alteplase"),
    ("denosumab (Prolia) 60 mg/mL", "denosumab"),
    ("leuprolide (Lupron Depot) 7.5 mg", "leuprolide"),
    ("leuprolide acetate (Lupron Depot) 3.75 mg", "leuprolide non-cancer"),
    ("daratumumab-hyaluronidase-fihj 1800 mg", "daratumumab+hyaluronidase"),
    ("PACLitaxel protein-bound (Abraxane) 100 mg", "paclitaxel"),
    ("methylPREDNISolone sod succ (SOLU-Medrol) 1 g in NS 250 mL", "methylprednisolone"),
    ("banana bag", "folic acid+multivitamin+thiamine"),
    ("iohexol 350 mg iodine/mL", "iohexol"),
    ("regadenoson 0.4 mg/5 mL", "regadenoson"),
    ("etomidate 2 mg/mL", "etomidate"),
    ("mystery compound 5 mg", nil),
    ("", nil),
    ("5 mL", nil),
    ("unrecognisable ironwood", nil),
  ]

  @Test(arguments: texts)
  func findsWhatIsInTheContainer(text: String, key: String?) throws {
    let formulary = try bundledTables.get().formulary
    #expect(formulary.recognise(drugText: text)?.key.description == key)
  }

  @Test(arguments: [
    ("J2405", "premed A", "ondansetron"), (" j9271 ", "", "pembrolizumab"),
    ("J2405", "dexamethasone 4 mg", "ondansetron"),
    ("J3490", "ondansetron 4 mg", "ondansetron"), ("J0000", "ondansetron 4 mg", "ondansetron"),
  ])
  func trustsTheCodeBeforeTheName(hcpcs: String, text: String, key: String) throws {
    let formulary = try bundledTables.get().formulary
    #expect(formulary.recognise(drugText: text, hcpcs: hcpcs)?.key.description == key)
  }

  @Test func trustsTheOrganisationBeforeEverything() throws {
    let own = [
      OwnDrug(name: "Mystery Compound", ingredients: ["examplumab"], drugClass: .chemo),
      OwnDrug(name: "House Mix", ingredients: ["housemixin"]),
      OwnDrug(hcpcs: "j2405", ingredients: ["ondansetron", "dexamethasone"]),
      OwnDrug(name: "vancomycin", ingredients: ["vancomycin"], drugClass: .hydration),
    ]
    let formulary = try CodeTables.load(ownDrugs: own).formulary
    let mystery = formulary.recognise(drugText: "MYSTERY compound 5 mg in NS 50 mL")
    #expect(mystery?.key.description == "examplumab")
    #expect(formulary.drugClass(of: mystery, route: .intravenous).drugClass == .chemo)
    #expect(formulary.recognise(drugText: "x", hcpcs: "J2405")?.key.description == "dexamethasone+ondansetron")
    let house = formulary.recognise(drugText: "house mix in NS 500 mL")
    #expect(house?.key.description == "housemixin")
    #expect(formulary.drugClass(of: house, route: .intravenous).isDefaulted)
    let vancomycin = formulary.recognise(drugText: "vancomycin 1 g")
    let decision = formulary.drugClass(of: vancomycin, route: .intravenous)
    #expect(decision.drugClass == .hydration)
    #expect(decision.rule == "CLS-01")
  }

  @Test(arguments: [
    ("sodium chloride 0.9 % flush 10 mL", SpecialRole.flush), ("heparin lock", .flush), ("saline flush", .flush),
    ("prefilled flush syringe", .flush), ("heparin 5000 units", .none), ("vancomycin with flush", .none),
    ("iohexol", .contrast), ("regadenoson", .stressAgent), ("alteplase", .thrombolytic), ("etomidate", .sedation),
    ("red blood cells", .blood), ("packed red blood cells leukoreduced", .blood), ("nirsevimab", .rsvAntibody),
    ("fludeoxyglucose F-18", .radiotracer),
    ("axicabtagene ciloleucel", .cellTherapy), ("Kymriah", .cellTherapy), ("Carvykti suspension", .cellTherapy),
    ("lisocabtagene", .cellTherapy), ("brexucabtagene", .cellTherapy), ("idecabtagene", .cellTherapy),
    ("obecabtagene", .cellTherapy), ("allergenic extract", .allergen), ("influenza vaccine quadrivalent", .vaccine),
    ("ondansetron", .none),
  ])
  func knowsSpecialRoles(text: String, role: SpecialRole) throws {
    #expect(try bundledTables.get().formulary.recognise(drugText: text)?.specialRole == role)
  }

  @Test(arguments: [("Yescarta", true), ("allergy shot", true), ("sipuleucel-t", false), ("ondansetron", false)])
  func leavesCellsAndAllergyShotsToTheirProcedure(text: String, isProcedure: Bool) throws {
    let drug = try #require(try bundledTables.get().formulary.recognise(drugText: text))
    #expect(drug.facts.contains(.procedureIntegral) == isProcedure)
  }

  @Test func knowsAtLeastSixHundredIngredients() throws {
    let formulary = try bundledTables.get().formulary
    #expect(Set(formulary.substances.map(\.ingredient)).count >= 600)
    #expect(formulary.products.count >= 600)
  }

  @Test func findsEveryIngredientByItsOwnName() throws {
    let formulary = try bundledTables.get().formulary
    for substance in formulary.substances {
      let found = formulary.recognise(drugText: "\(substance.ingredient) 5 mg vial")
      #expect(found != nil, "\(substance.ingredient)")
    }
  }
}
