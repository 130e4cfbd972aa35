/// Words in the text of a drug that name no drug, as printed around a name: `bag`, `injection`, `mg`, `sulfate`.
struct PlainWords: Sendable {
  /// The `kind` column of `plain_words.csv`.
  enum Kind: String, CaseIterable, Sendable {
    /// What a number in front of it makes a strength.
    case unit
    case form
    case container
    case maker
    case route
    case salt
    /// A diluent whose strength is not named: `ceftriaxone-dextrose`.
    case diluent
    /// What it is for, and how it is hung: bolus, maintenance.
    case use
    /// Words of the language: with, in, for.
    case filler
  }

  let units: Set<String>
  /// Salts and diluents, which say nothing beside a drug, and something where no drug is known.
  private let companions: Set<String>
  private let words: Set<String>

  init(in folder: TableFolder) throws(TableError) {
    let table = try folder.file("Formulary/plain_words.csv", columns: ["word", "kind", "source"])
    let rows = try table.keyed(by: "word") { (row) throws(TableError) in try Self.word(row) }
    var words: [Kind: Set<String>] = [:]
    for (word, row) in rows { words[try row.choice("kind"), default: []].insert(word) }
    guard let units = words[.unit] else { throw table.failure(.incomplete(what: "every unit")) }
    self.units = units
    companions = (words[.salt] ?? []).union(words[.diluent] ?? [])
    self.words = Set(rows.keys)
  }

  /// Whether the token says nothing of what is given.
  ///
  /// Beside a drug a salt does not; alone it does: `potassium 20 mEq in saline`.
  func explains(_ token: DrugText.Token, besideDrug: Bool) -> Bool {
    if token.number != nil || token.isPercent { return true }
    return words.contains(token.text) && (besideDrug || !companions.contains(token.text))
  }

  private static func word(_ row: TableRow) throws(TableError) -> String {
    let tokens = DrugText(try row.text("word")).tokens
    guard tokens.count == 1, tokens[0].number == nil, !tokens[0].isPercent else {
      throw row.unknown("word", expected: "one word that starts with a letter")
    }
    return tokens[0].text
  }
}
