import CodeTables
import Infusion

/// The class of what was given, with what else follows for the row.
package struct ClassMeaning: Equatable, Sendable {
  package var drugClass: DrugClass
  package var family: ProductFamily?
  package var facts: RowFacts
  /// The rule that decided.
  package var rule: RuleID?

  package init(
    drugClass: DrugClass, family: ProductFamily? = nil, facts: RowFacts = [], rule: RuleID? = nil
  ) {
    self.drugClass = drugClass
    self.rule = rule
    self.family = family
    self.facts = facts
  }

  /// The class of a drug that no table knows (coding-rules CLS-01).
  static let defaulted = ClassMeaning(drugClass: .therapeutic, facts: .classDefaulted, rule: "CLS-01")

  /// The class that the record itself names; it goes before the table's.
  func overridden(by word: ClassWord?, route: Route) -> ClassMeaning {
    guard let word else { return self }
    return ClassMeaning(drugClass: word.drugClass(by: route), family: family, facts: word.facts, rule: "CLS-01")
  }
}
