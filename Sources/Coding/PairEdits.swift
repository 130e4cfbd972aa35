import Infusion

/// What NCCI says of two codes of one patient's day (procedure-to-procedure edits, coding-rules CHK-23).
package struct PairEdits: Sendable {
  /// Whether a modifier lets both codes of a pair stand (coding-rules PTP-02).
  package enum Indicator: Int, CaseIterable, Sendable {
    case never = 0
    case withModifier = 1
    case notActive = 9
  }

  /// A pair in force: the code of column 1 is paid, that of column 2 is part of it.
  package struct Edit: Hashable, Sendable {
    package let column1: ProcedureCode
    package let column2: ProcedureCode
    package let indicator: Indicator
  }

  /// The first code is of column 1, the second of column 2; nil where no such pair is in force on the day.
  package typealias LookUp = @Sendable (ProcedureCode, ProcedureCode, Setting, CivilDate?) -> Indicator?
  /// Whether a modifier lets a pair with indicator 1 stand on a day.
  package typealias Bypass = @Sendable (Modifier, CivilDate?) -> Bool

  private let lookUp: LookUp
  private let bypass: Bypass

  package init(bypass: @escaping Bypass = { modifier, _ in modifier.marksDistinctService }, lookUp: @escaping LookUp) {
    self.lookUp = lookUp
    self.bypass = bypass
  }

  /// The edit between two codes in whichever order it is; nil without one.
  package func edit(
    between one: ProcedureCode, and other: ProcedureCode, _ setting: Setting, on date: CivilDate?
  ) -> Edit? {
    guard one != other else { return nil }
    if let indicator = lookUp(one, other, setting, date) {
      return Edit(column1: one, column2: other, indicator: indicator)
    }
    return lookUp(other, one, setting, date).map { Edit(column1: other, column2: one, indicator: $0) }
  }

  /// Whether one of the modifiers sets a line apart from the codes that it is paired with.
  package func setApart(_ modifiers: [Modifier], on date: CivilDate?) -> Bool {
    modifiers.contains { bypass($0, date) }
  }
}
