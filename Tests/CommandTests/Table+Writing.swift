import TestSupport

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
    var draw = Draw(seed: seed)
    return Table(header: header, rows: rows.shuffled(using: &draw))
  }

  private static func quoted(_ field: String, delimiter: Character) -> String {
    guard field.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
