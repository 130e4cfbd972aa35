import Infusion

extension MARRow {
  /// When it happened, as well as it is known.
  var moment: ClockTime? { start ?? stop ?? due }

  /// ` at 09:05`, or nothing.
  var atTime: String { moment.map { " at \($0.clock)" } ?? "" }
}
