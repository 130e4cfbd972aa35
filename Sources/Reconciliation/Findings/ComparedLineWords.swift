import Infusion

extension ComparedLine {
  /// Modifiers that set it apart, sorted.
  var identity: [Modifier] {
    let identity = charges.isEmpty ? billed.flatMap(\.identity) : suggestedModifiers.filter(\.marksDistinctService)
    return Set(identity).sorted()
  }

  /// `96365-59`: the code, and the modifiers that set it apart.
  var name: String { codeName(code, identity) }

  /// The name, and the units where they are not one: `96366 x2`; for the rest of a split line `1 of 2 units of 96366`.
  var label: String {
    if let unitsBeforeSplit {
      return "\(suggestedUnits) of \(unitsBeforeSplit) units of \(name)"
    }
    return unitLabel(name, charges.isEmpty ? billedUnits : suggestedUnits)
  }

  /// ` on 2026-01-05`, or nothing.
  var onDay: String { date.map { " on \($0)" } ?? "" }

  /// ` to 2026-01-05`, or nothing.
  var toDay: String { date.map { " to \($0)" } ?? "" }

  /// What is supported against what was billed, as a sentence.
  var unitsCompared: String {
    "That supports \(suggestedUnits) unit\(suggestedUnits == 1 ? "" : "s") of \(name); "
      + "\(billedUnits) \(billedUnits == 1 ? "was" : "were") billed."
  }
}

extension Substitute {
  var name: String { codeName(code, identity) }
  var label: String { unitLabel(name, units) }
}

private func codeName(_ code: ProcedureCode, _ identity: [Modifier]) -> String {
  ([code.description] + identity.map(\.description)).joined(separator: "-")
}

private func unitLabel(_ name: String, _ units: Int) -> String {
  units == 1 ? name : "\(name) x\(units)"
}
