import Coding
import Infusion

/// The class of a drug as given, and the rule that decided.
package struct ClassDecision: Equatable, Sendable {
  package let drugClass: DrugClass
  /// Whether nothing is known of the drug and it was taken as therapeutic (coding-rules CLS-01).
  package let isDefaulted: Bool
  package let rule: RuleID

  init(_ drugClass: DrugClass, _ rule: RuleID, isDefaulted: Bool = false) {
    self.drugClass = drugClass
    self.isDefaulted = isDefaulted
    self.rule = rule
  }
}

extension Formulary {
  /// The class of a drug, the first that applies (CLS-01): own table, special families, drug table, fluids.
  ///
  /// - Parameters:
  ///   - drug: nil when nothing was recognised.
  ///   - policy: who says which drugs are complex (coding-rules DSP-18).
  ///   - bagMilliliters: volume of the container by the nursing record; the drug's text is asked when it is nil.
  package func drugClass(
    of drug: RecognisedDrug?, route: Route, bagMilliliters: ExactDecimal? = nil, facts: RowFacts = [],
    policy: Policy = Policy()
  ) -> ClassDecision {
    guard let drug else { return ClassDecision(.therapeutic, "CLS-01", isDefaulted: true) }
    if let own = drug.ownClass { return ClassDecision(own, "CLS-01") }
    if let special = drug.specialRole.decision { return ClassDecision(special.drugClass, special.rule) }
    switch drug.makeup {
    case .unknown: return ClassDecision(.therapeutic, "CLS-01", isDefaulted: true)
    case .fluid: return ClassDecision(.hydration, facts.contains(.vehicle) ? "CLS-17" : "CLS-12")
    case .strongFluid: return ClassDecision(.therapeutic, "CLS-13")
    case .electrolyte: return ClassDecision(.therapeutic, "CLS-15")
    case .fluidWithPotassium:
      let volume = bagMilliliters ?? drug.milliliters ?? .zero
      let isFluid = volume >= limits.riderMilliliters && !facts.contains(.deficiency)
      return ClassDecision(isFluid ? .hydration : .therapeutic, "CLS-14")
    case .fluidWithDrug where drug.classByRoute(route) == .therapeutic: return ClassDecision(.therapeutic, "CLS-16")
    case .drug, .fluidWithDrug:
      let decision = byDrugTable(drug, route)
      let takesChemoCodes = decision.drugClass == .chemo || decision.drugClass == .hormonal
      guard takesChemoCodes, isOrdinaryByChoice(drug, route, policy) else { return decision }
      return ClassDecision(.therapeutic, Policy.ComplexClass.rule.id)
    }
  }

  /// Whether by choice a drug is ordinary that the drug table gives chemo codes.
  private func isOrdinaryByChoice(_ drug: RecognisedDrug, _ route: Route, _ policy: Policy) -> Bool {
    if policy.noncancerBiologic == .therapeutic, drug.complexityToDocument, route.isIntravenous { return true }
    switch policy.complexClass {
    case .cptTable: return false
    case .contractorList: return contractorList.isOrdinary(drug.key, by: route)
    case .payerList: return drug.complexityToDocument
    }
  }

  private func byDrugTable(_ drug: RecognisedDrug, _ route: Route) -> ClassDecision {
    let drugClass = drug.classByRoute(route)
    if let rule = drug.tableRule { return ClassDecision(drugClass, rule) }
    switch drugClass {
    case .chemo: return ClassDecision(drugClass, drug.complexityToDocument ? "CLS-03" : "CLS-02")
    case .hormonal: return ClassDecision(drugClass, "CLS-02")
    default: return ClassDecision(drugClass, "CLS-05")
    }
  }
}
