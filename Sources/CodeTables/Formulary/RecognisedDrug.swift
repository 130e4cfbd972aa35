import Coding
import Infusion

/// What the text or code of a drug was taken for.
package struct RecognisedDrug: Equatable, Sendable {
  /// What is in the container, as far as classes care (coding-rules 4.4).
  enum Makeup: Equatable, Sendable {
    case drug
    /// A drug of an organisation's own table that the bundled ones do not know.
    case unknown
    /// Fluid for replacement, nothing in it.
    case fluid
    /// Fluid that ranks as a drug: strong saline, strong dextrose, nutrition.
    case strongFluid
    case fluidWithPotassium
    /// Fluid with vitamins or drugs put into it.
    case fluidWithDrug
    /// Magnesium, calcium or phosphate, alone or in fluid.
    case electrolyte
  }

  package let key: DrugKey
  /// Its ingredients as the tables spell them, strengths of fluids included; empty for drugs of an organisation's own
  /// that no table knows, and for flushes.
  package let tableIngredients: [String]
  package let specialRole: SpecialRole
  /// Products whose administration has a code of its own.
  package let family: ProductFamily?
  /// Whether the record must show the complexity, should the drug take chemo codes (coding-rules 4.3, "doc").
  package let complexityToDocument: Bool
  /// Whether the label of something in it demands fluids (coding-rules DSP-09).
  let labelDemandsFluids: Bool
  /// Whether it replaces potassium, magnesium, calcium or phosphate, and holds no drug beside (CLS-14, CLS-15).
  let isElectrolyte: Bool
  /// The volume that the text itself names.
  package let milliliters: ExactDecimal?
  let makeup: Makeup
  /// The class in an organisation's own table.
  let ownClass: DrugClass?
  let veinClass: DrugClass
  let injectedClass: DrugClass
  /// The rule that the drug's row names as its source.
  let tableRule: RuleID?

  /// The class by table alone, before volumes and purposes are looked at.
  package func classByRoute(_ route: Route) -> DrugClass {
    if let ownClass { return ownClass }
    return route == .subcutaneous || route == .intramuscular ? injectedClass : veinClass
  }

  /// What recognising the drug says of its row.
  package var facts: RowFacts {
    var facts: RowFacts = complexityToDocument ? .complexityToDocument : []
    if labelDemandsFluids { facts.insert(.labelDemandsFluids) }
    if isElectrolyte { facts.insert(.electrolyte) }
    if specialRole == .flush { facts.insert(.flush) }
    if specialRole == .carrier { facts.insert(.vehicle) }
    if specialRole == .allergen || specialRole == .cellTherapy { facts.insert(.procedureIntegral) }
    return facts
  }
}
