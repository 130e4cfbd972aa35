import Infusion

/// A drug line that the documentation supports.
package struct ExpectedDrugLine: Hashable, Sendable {
  package let code: ProcedureCode
  /// JW for waste, JZ where Medicare wants to hear that there was none.
  package let modifiers: [Modifier]
  package let serviceDate: CivilDate
  package let units: Int
  /// Sorted.
  package let rules: [RuleID]
  /// Sorted.
  package let rows: [SourceRow]
  /// A sentence without a full stop.
  package let story: String
}
