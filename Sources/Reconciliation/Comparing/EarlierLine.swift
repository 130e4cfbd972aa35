import Infusion

/// A line that an earlier encounter of the same patient has on its bill: what is judged by the day is judged with it.
package struct EarlierLine: Sendable {
  package let code: ProcedureCode
  package let date: CivilDate
  /// Reversals applied; more than 0.
  package let units: Int
  package let modifiers: [Modifier]
  /// Whether the record of its encounter supports the code on that day.
  package let isSupported: Bool

  package init(code: ProcedureCode, date: CivilDate, units: Int, modifiers: [Modifier], isSupported: Bool) {
    self.code = code
    self.date = date
    self.units = units
    self.modifiers = modifiers
    self.isSupported = isSupported
  }
}
