import Infusion

/// A code beside which Medicare pays an add-on code (coding-rules PTP-03).
package struct AddOnEdit: Hashable, Sendable {
  /// Who lists the parents; the number is the one that CMS prints.
  package enum Kind: Int, CaseIterable, Sendable {
    /// CMS, in full.
    case fixed = 1
    /// The contractor.
    case byContractor = 2
    /// CMS some, the contractor others.
    case mixed = 3
  }

  package let addOn: ProcedureCode
  /// Nil where the contractor lists them.
  package let parent: ProcedureCode?
  package let kind: Kind
  /// First day; nil when the table does not say.
  package let effectiveFrom: CivilDate?
  /// Last day; nil while it is in force.
  package let effectiveTo: CivilDate?
  package let source: String

  package func isInForce(on date: CivilDate) -> Bool {
    (effectiveFrom.map { $0 <= date } ?? true) && (effectiveTo.map { date <= $0 } ?? true)
  }
}
