import Infusion

/// How much of a drug one billed unit of its code is.
package struct BillingUnit: Hashable, Sendable, CustomStringConvertible {
  /// More than nothing.
  package let amount: ExactDecimal
  package let unit: DoseUnit
  /// What the containers sold hold, in `unit`, sorted; empty where it is not known.
  package let vialSizes: [ExactDecimal]

  package init(_ amount: ExactDecimal, _ unit: DoseUnit, vialSizes: [ExactDecimal] = []) {
    precondition(amount > .zero, "a billed unit holds something")
    self.amount = amount
    self.unit = unit
    self.vialSizes = vialSizes.sorted()
  }

  /// `10 mg`.
  package var description: String { "\(amount) \(unit)" }
}
