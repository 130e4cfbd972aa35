import Infusion

/// Amounts of drug from the nursing record.
package enum DoseText {
  /// An amount and its unit: `650` beside `mg`, `650 mg` in one cell, `1,000 mg`.
  ///
  /// A unit in the text goes before that of the unit column. Nil for what is no number, below nothing, or larger than
  /// any dose; a unit that nobody knows is kept as written.
  package static func dose(_ text: some StringProtocol, unit: DoseUnit) -> Dose? {
    guard let (number, ownUnit) = NumberText.measured(text) else { return nil }
    return Dose(number, ownUnit.isEmpty ? unit : DoseUnit(ownUnit))
  }
}
