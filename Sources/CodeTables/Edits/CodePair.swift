import Infusion

/// Two codes that Medicare does not pay together (coding-rules CHK-23): the second is part of the first.
package struct CodePair: Hashable, Sendable {
  /// Whether a modifier lets both be paid (coding-rules PTP-02); the number is the one that CMS prints.
  package enum Indicator: Int, CaseIterable, Sendable {
    case never = 0
    case withModifier = 1
    /// The pair is of no effect.
    case notActive = 9
  }

  /// The code that is paid.
  package let column1: ProcedureCode
  /// The code that is not.
  package let column2: ProcedureCode
  package let indicator: Indicator
  /// First day; nil when the table does not say.
  package let effectiveFrom: CivilDate?
  /// Last day; nil while it is in force.
  package let effectiveTo: CivilDate?
  package let source: String

  package func isInForce(on date: CivilDate) -> Bool {
    (effectiveFrom.map { $0 <= date } ?? true) && (effectiveTo.map { date <= $0 } ?? true)
  }
}
