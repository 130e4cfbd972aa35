import CodeTables
import Infusion

extension Words: WordTable {}

extension DrugReader {
  /// Recognises drugs by the formulary.
  package init(formulary: Formulary) {
    self.init { text, hcpcs in
      guard let drug = formulary.recognise(drugText: text, hcpcs: hcpcs) else { return nil }
      return KnownDrug(key: drug.key) { route, volume, facts in
        ClassMeaning(drug, formulary.drugClass(of: drug, route: route, bagMilliliters: volume, facts: facts))
      }
    }
  }
}

extension ClassMeaning {
  fileprivate init(_ drug: RecognisedDrug, _ decision: ClassDecision) {
    self.init(drugClass: decision.drugClass, family: drug.family, rule: decision.rule)
    if decision.isDefaulted { facts.insert(.classDefaulted) }
    facts.formUnion(drug.facts.intersection([.flush, .procedureIntegral]))
    if drug.complexityToDocument, decision.drugClass == .chemo { facts.insert(.complexityToDocument) }
  }
}
