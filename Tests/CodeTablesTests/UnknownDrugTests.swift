import CodeTables
import Coding
import Infusion
import Testing

/// Texts that name a drug that no table knows, beside fluid or beside a known drug (input IN-40, IN-41).
///
/// Zorbamycin does not exist.
@Suite struct UnknownDrugTests {
  static let besideFluid = [
    "zorbamycin 1 g in NaCl 100 mL", "zorbamycin 1 g in sodium chloride 0.9 % 100 mL IVPB",
    "zorbamycin 1 g in dextrose 5 % 50 mL IVPB", "zorbamycin - NS 250 mL", "zorbamycin / D5W", "zorbamycin NS",
    "NS 250 mL zorbamycin 1 g", "NS with zorbamycin", "D5W + zorbamycin 1 g", "normal saline (PF) zorbamycin",
    "100 ML FLEX CONT : zorbamycin 1 g in SODIUM CHLORIDE 0.9 %", "zorbamycin in lactated ringers 500 mL",
    "ZB-3475 200 mg in NS 100 mL", "study drug 5 mg in NS", "zorbamycin potassium 1 g in NS 100 mL",
    "zorbamycin 1 g in sterile water 10 mL", "zorbamycin in dextrose 10 %", "IVF with zorbamycin",
    "potassium 20 mEq in NS 100 mL", "K 20 mEq in NS", "IVF with additives", "DEXTROSE-NACL 20-0.9 %",
  ]

  static let besideFlush = ["zorbamycin 5 mg flush", "zorbamycin lock", "zorbamycin 1 g, saline flush"]

  static let besideDrug = [
    "zorbamycin + ondansetron", "ondansetron + zorbamycin", "zorbamycin & ondansetron", "zorbamycin/ondansetron",
    "ondansetron/zorbamycin", "zorbamycin-ondansetron", "ondansetron-zorbamycin", "zorbamycin and ondansetron",
    "ondansetron plus zorbamycin 1 g", "ondansetron 8 mg, zorbamycin 1 g in NS",
    "ondansetron 8 mg with zorbamycin 1 g", "zorbamycin 1 g in lidocaine 1 %", "zorbamycin 1 g ondansetron 8 mg",
    "zorbamycin 1 g in D5W with KCl 20 mEq", "zorbamycin in D5W with thiamine",
  ]

  @Test(arguments: besideFluid + besideFlush + besideDrug)
  func leavesTheTextUnrecognised(text: String) throws {
    #expect(try bundledTables.get().formulary.recognise(drugText: text) == nil)
  }

  @Test(arguments: [
    ("Zorbabrand (ondansetron) 4 mg", "ondansetron"), ("ondansetron (Zorbabrand) 4 mg", "ondansetron"),
    ("ondansetron zorbadate 8 mg", "ondansetron"), ("ondansetron in zorbafluid 50 mL", "ondansetron"),
    ("trastuzumab-zorb 400 mg", "trastuzumab"), ("zado-trastuzumab 400 mg", "trastuzumab"),
    ("ondansetron and saline", "ondansetron"), ("cefazolin-dextrose 2-4 GM/100ML-% IV SOLN", "cefazolin"),
    ("heparin (porcine)-0.45% NaCl 25,000 unit/250 mL", "heparin"),
  ])
  func takesTheKnownDrugThatHasTheTextToItself(text: String, key: String) throws {
    #expect(try bundledTables.get().formulary.recognise(drugText: text)?.key.description == key)
  }

  @Test(arguments: [
    "tetanus diphtheria vaccine", "zorbavirus vaccine 0.5 mL IM", "measles and zorbavirus vaccine, live",
    "Zorbavax (zorbavirus vaccines)", "zorba toxoid adsorbed 0.5 mL", "Immunization: zorbavirus",
  ])
  func takesWhatIsCalledAVaccineForOne(text: String) throws {
    let formulary = try bundledTables.get().formulary
    let decision = formulary.drugClass(of: formulary.recognise(drugText: text), route: .intramuscular)
    #expect(decision.drugClass == .vaccine)
    #expect(!decision.isDefaulted)
    #expect(decision.rule == "CLS-24")
  }

  @Test(arguments: [
    ("Shingrix vaccine", "zoster vaccine", DrugClass.vaccine),
    ("influenza quadrivalent vaccine", "influenza vaccine", .vaccine),
    ("tetanus toxoid vaccine", "tetanus and diphtheria vaccine", .vaccine),
    ("allergy vaccine", "allergenic extract", .therapeutic),
    ("tetanus immune globulin with vaccine", "tetanus immune globulin", .therapeutic),
  ])
  func keepsTheNameThatAVaccineHas(text: String, key: String, drugClass: DrugClass) throws {
    let formulary = try bundledTables.get().formulary
    let drug = formulary.recognise(drugText: text)
    #expect(drug?.key.description == key)
    #expect(formulary.drugClass(of: drug, route: .intramuscular).drugClass == drugClass)
  }

  static let fluids = [
    "1000 ML FLEX CONT : SODIUM CHLORIDE 0.9 % IV SOLN", "sodium chloride 0.9 % bag", "NS maintenance",
    "sodium chloride 0.9 % premix viaflex", "NaCl 0.9 % 50 mL (VIAFLEX/EXCEL)", "IV fluid", "IVF without additives",
    "lactated ringers hydration", "LR bolus 30 mL/kg", "Plasma-Lyte A bolus (BAXTER)", "D5W (Glass Bottle)",
    "0.9% Sodium Chloride Injection USP 1000 mL", "Hydration: NS 1 L over 2 hrs", "pre-hydration NS 500 mL",
    "D5 1/2 NS @ 125 mL/hr maintenance IV fluid", "Volume (mL)-sodium chloride 0.9 % bolus 250 mL (ml/hr)",
    "500 ML FLEX CONT EXCEL : SODIUM CHLORIDE 0.9 % IV SOLN", "NaCl 0.9% MBP", "NSS 0.9% 1,000 mL bolus infusion",
    "dextrose_in_water_d5w", "DEXT 5%-NACL 0.45% 1000 ML LVP",
  ]

  @Test(arguments: fluids)
  func takesFluidAloneForFluid(text: String) throws {
    let formulary = try bundledTables.get().formulary
    let drug = try #require(formulary.recognise(drugText: text))
    #expect(formulary.drugClass(of: drug, route: .intravenous).drugClass == .hydration)
  }

  @Test(arguments: [
    ("zorbamycin 1 g in NaCl 0.9% 100 mL", nil), ("ondansetron 8 mg in NaCl 0.9% 50 mL", "ondansetron"),
    ("house mix A", "sodium chloride"), ("sodium chloride 0.9 %", "sodium chloride"), ("", "sodium chloride"),
  ])
  func doesNotTakeTheCodeOfTheDiluentForTheDrug(text: String, key: String?) throws {
    let formulary = try bundledTables.get().formulary
    #expect(formulary.recognise(drugText: text, hcpcs: "J7050")?.key.description == key)
  }

  @Test func trustsTheCodeOfADrugBesideAnUnknownName() throws {
    let formulary = try bundledTables.get().formulary
    let drug = formulary.recognise(drugText: "zorbamycin 1 g in NaCl 100 mL", hcpcs: "J2405")
    #expect(drug?.key.description == "ondansetron")
  }
}
