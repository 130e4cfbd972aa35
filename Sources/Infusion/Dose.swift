/// An amount of drug, as given or as opened.
package struct Dose: Hashable, Sendable, CustomStringConvertible {
  /// Not negative.
  package let amount: ExactDecimal
  package let unit: DoseUnit

  /// Nil when the amount is negative, or has more than nine digits before the point or behind it: no dose has, and sums
  /// of what is let in cannot overflow.
  package init?(_ amount: ExactDecimal, _ unit: DoseUnit) {
    guard amount >= .zero, amount < ExactDecimal(1_000_000_000), amount.scale <= 9 else { return nil }
    self.amount = amount
    self.unit = unit
  }

  /// The amount in another unit; nil when that measures something else.
  package func amount(in other: DoseUnit) -> ExactDecimal? {
    unit.exponent(to: other).map { amount.timesTen(toThe: $0) }
  }

  /// `305 mg`.
  package var description: String { "\(amount) \(unit)" }
}
