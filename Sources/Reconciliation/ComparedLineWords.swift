import Infusion

extension ComparedLine {
  /// `96365-59`: the code, and the modifiers that set it apart.
  var name: String {
    let identity = charges.isEmpty ? billed.flatMap(\.identity) : suggestedModifiers.filter(\.marksDistinctService)
    return ([code.description] + Set(identity).sorted().map(\.description)).joined(separator: "-")
  }

  /// The name, and the units where they are not one: `96366 x2`.
  var label: String {
    let units = charges.isEmpty ? billedUnits : suggestedUnits
    return units == 1 ? name : "\(name) x\(units)"
  }

  /// ` on 2026-01-05`, or nothing.
  var onDay: String { date.map { " on \($0)" } ?? "" }

  /// ` to 2026-01-05`, or nothing.
  var toDay: String { date.map { " to \($0)" } ?? "" }
}
