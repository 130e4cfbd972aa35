import Infusion

/// A drug that a table knows, and the class that it has when given in some way (coding-rules Part 4).
package struct KnownDrug: Sendable {
  /// The class by route, volume of the container where known, milliliters, and what the row says of itself.
  package typealias Classification = @Sendable (Route, ExactDecimal?, RowFacts) -> ClassMeaning

  package var key: DrugKey
  package var classification: Classification

  package init(key: DrugKey, classification: @escaping Classification) {
    self.key = key
    self.classification = classification
  }
}
