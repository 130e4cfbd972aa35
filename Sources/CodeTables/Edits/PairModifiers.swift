import Infusion

/// The modifiers that let both codes of a pair be paid where its indicator allows one (coding-rules PTP-02).
enum PairModifiers {
  /// Reads `YEAR/pair_modifiers.csv`.
  static func modifiers(year: Int, in folder: TableFolder) throws(TableError) -> Set<Modifier> {
    let table = try folder.file("\(year)/pair_modifiers.csv", columns: ["modifier", "source"])
    let rows = try table.keyed(by: "modifier") { (row) throws(TableError) in
      let text = try row.text("modifier")
      guard text.utf8.count == 2, text.utf8.allSatisfy({ isDigit($0) || isLetter($0) }) else {
        throw row.unknown("modifier", expected: "two letters or digits")
      }
      return Modifier(text)
    }
    // Without one, no pair could ever be set apart.
    guard rows[.distinctService] != nil else {
      throw table.failure(.incomplete(what: "modifier \(Modifier.distinctService)"))
    }
    return Set(rows.keys)
  }
}
