import Infusion

/// A drug of an organisation's own table: it goes before every bundled one (coding-rules CLS-01, input IN-40).
package struct OwnDrug: Equatable, Sendable {
  /// How the drug is printed; found as whole words.
  package var name: String?
  package var hcpcs: String?
  package var ingredients: [String]
  /// Nil leaves the class to the bundled tables.
  package var drugClass: DrugClass?

  package init(name: String? = nil, hcpcs: String? = nil, ingredients: [String], drugClass: DrugClass? = nil) {
    self.name = name
    self.hcpcs = hcpcs
    self.ingredients = ingredients
    self.drugClass = drugClass
  }
}
