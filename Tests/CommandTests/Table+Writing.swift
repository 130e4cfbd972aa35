extension Table {
  /// The table as delimited text; every field is quoted that holds anything special.
  func text(delimiter: Character = ",", lineEnd: String = "\n") -> String {
    ([header] + rows).map { record in
      record.map { Self.quoted($0, delimiter: delimiter) }.joined(separator: String(delimiter)) + lineEnd
    }.joined()
  }

  /// The table with each of its records changed, the header too.
  func mapped(_ change: ([String]) -> [String]) -> Table {
    Table(header: change(header), rows: rows.map(change))
  }

  /// The table with its rows in an order that the seed alone decides.
  func shuffled(seed: UInt64) -> Table {
    var dice = Dice(seed: seed)
    return Table(header: header, rows: rows.shuffled(using: &dice))
  }

  private static func quoted(_ field: String, delimiter: Character) -> String {
    guard field.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

/// SplitMix64: the same numbers for the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
