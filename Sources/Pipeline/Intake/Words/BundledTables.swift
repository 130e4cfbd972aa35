import CodeTables
import Coding
import Infusion

extension Words: WordTable {}

extension DrugReader {
  /// Recognises drugs by the formulary; `policy` says who decides which are complex.
  package init(formulary: Formulary, policy: Policy = Policy()) {
    self.init { text, hcpcs in
      guard let drug = formulary.recognise(drugText: text, hcpcs: hcpcs) else { return nil }
      return KnownDrug(key: drug.key) { route, volume, facts in
        ClassMeaning(
          drug,
          formulary.drugClass(of: drug, route: route, bagMilliliters: volume, facts: facts, policy: policy))
      }
    }
  }
}

extension ClassMeaning {
  /// What a drug says of its row whatever its class.
  private static let ofTheDrug: RowFacts = [.flush, .vehicle, .procedureIntegral, .electrolyte, .labelDemandsFluids]

  fileprivate init(_ drug: RecognisedDrug, _ decision: ClassDecision) {
    self.init(drugClass: decision.drugClass, family: drug.family, rule: decision.rule)
    if decision.isDefaulted { facts.insert(.classDefaulted) }
    facts.formUnion(drug.facts.intersection(Self.ofTheDrug))
    if drug.complexityToDocument, decision.drugClass == .chemo { facts.insert(.complexityToDocument) }
  }
}
