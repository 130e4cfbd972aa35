import Infusion

/// The class of a drug: decided by tables before the coder sees the row (coding-rules CLS-01 … CLS-17), and what of that
/// decision a biller should know.
enum DrugClasses {
  static let firstThatApplies = Rule(
    "CLS-01",
    "The class comes from the organisation's table, the special families, the drug table, the fluid list, or else is therapeutic with a warning.",
    evidence: "D")
  static let chemo = Rule(
    "CLS-02",
    "Chemo codes cover cancer drugs, the same drugs for other diseases, certain antibodies and other biologic response modifiers.",
    evidence: "S04")
  static let complexity = Rule(
    "CLS-03", "A complex biologic is complex by the work documented, not by its price.", evidence: "S04 S06")
  static let notByNameAlone = Rule(
    "CLS-04", "Medicare contractors do not downgrade chemo codes by the drug's name alone: document the complexity.",
    evidence: "S04 S05 S06 S07")
  static let cptTable = Rule(
    "CLS-05", "The default drug table follows CPT's sense, not the retired contractor lists.", evidence: "S07 S08")
  static let supportive = Rule(
    "CLS-06", "Supportive drugs on a chemo day are therapeutic.", evidence: "K S24")
  static let fluids = Rule(
    "CLS-12", "Saline up to 0.9 %, Ringer's, balanced fluids and dextrose up to 5 % are hydration.",
    evidence: "S02 S36b D")
  static let notFluids = Rule(
    "CLS-13",
    "Strong saline, dextrose from 10 %, mannitol, bicarbonate, albumin, starch, nutrition and sterile water are therapeutic.",
    evidence: "K D")
  static let potassium = Rule(
    "CLS-14", "Fluid with only potassium chloride is hydration from 500 mL on, unless given to correct low potassium.",
    evidence: "S11 S22b")
  static let electrolytes = Rule(
    "CLS-15", "Magnesium, calcium and phosphate are therapeutic, alone or in fluid.", evidence: "D")
  static let fluidWithDrug = Rule(
    "CLS-16", "Fluid with a vitamin or drug in it is one therapeutic infusion.", evidence: "K")
  static let antibiotics = Rule(
    "CLS-28", "Antibiotics are ordinary drugs; minutes decide push or infusion.", evidence: "K")
  static let rules = [
    firstThatApplies, chemo, complexity, notByNameAlone, cptTable, supportive, fluids, notFluids, potassium,
    electrolytes, fluidWithDrug, antibiotics,
  ]

  /// Makes fluids of infused electrolytes where the organisation has chosen so (coding-rules DSP-16).
  ///
  /// Techniques are settled by now: an electrolyte that is pushed stays a drug.
  static func takeElectrolytesAsFluids(_ givings: inout [Giving], on sheet: inout Worksheet) {
    guard sheet.policy.electrolytes == .hydration else { return }
    for index in givings.indices where givings[index].isBillable && givings[index].isIntravenous {
      let row = givings[index].row
      guard row.facts.contains(.electrolyte), row.drugClass == .therapeutic, row.technique == .infusion else {
        continue
      }
      givings[index].row.drugClass = .hydration
      givings[index].rules += sheet.policy.electrolytes.cited.map(\.id)
    }
  }

  /// Says of which class each drug is, and asks where no table knows it or where its complexity must be shown.
  static func note(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings {
      guard let rule = giving.row.classRule else { continue }
      sheet.step(
        ids: [rule], rows: [giving.source],
        "\(capitalized(giving.row.drugName)) is of class \(giving.row.drugClass.rawValue)")
    }
    for giving in givings where giving.row.facts.contains(.classDefaulted) {
      sheet.note(
        .classDefaulted, [firstThatApplies], rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) is not in the drug table and was taken as therapeutic")
    }
    for giving in givings where giving.row.facts.contains(.complexityToDocument) && giving.row.drugClass == .chemo {
      sheet.note(
        .complexityToDocument, [complexity, chemo, notByNameAlone, cptTable], rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) takes the codes for complex drugs: the record must show the complexity")
    }
  }
}
