import Infusion

/// How many units of a code Medicare takes for likely on one patient's day (coding-rules CHK-22).
package struct UnitLimit: Hashable, Sendable {
  /// What the limit is held against; the number is the indicator that CMS prints (MAI).
  package enum Adjudication: Int, CaseIterable, Sendable {
    /// Each line by itself.
    case line = 1
    /// The day, and no documentation changes it.
    case dayByPolicy = 2
    /// The day, unless the documentation supports more.
    case dayByClinicalJudgement = 3
  }

  package let units: Int
  package let adjudication: Adjudication
  /// First day of the table that says so.
  package let effectiveFrom: CivilDate
  package let source: String
}
