/// Reads `drugs.csv` and `fluids.csv`.
struct FormularyReader {
  private(set) var substances: [Substance] = []
  /// Where the first substance of an ingredient stands.
  private(set) var places: [String: Int] = [:]
  /// Names and ingredients, to places in `substances`.
  private(set) var index = NameIndex<Int>()
  private var rows: [TableRow] = []

  init(in folder: TableFolder) throws(TableError) {
    let drugs = try folder.file(
      "Formulary/drugs.csv",
      columns: ["ingredient", "names", "iv_class", "sc_im_class", "family", "documented", "source"])
    let fluids = try folder.file("Formulary/fluids.csv", columns: ["ingredient", "names", "class", "source"])
    for row in drugs.rows { try add(try Substance(drug: row), row) }
    for row in fluids.rows { try add(try Substance(fluid: row), row) }
    guard !drugs.rows.isEmpty else { throw drugs.failure(.incomplete(what: "every drug")) }
  }

  private mutating func add(_ substance: Substance, _ row: TableRow) throws(TableError) {
    let place = substances.count
    if let known = places[substance.ingredient] {
      throw row.failure("ingredient", duplicate(substance.ingredient, known))
    }
    substances.append(substance)
    rows.append(row)
    places[substance.ingredient] = place
    for name in [substance.ingredient] + substance.names {
      guard let known = index.add(name, place), known != place else { continue }
      throw row.failure("names", duplicate("the name \"\(name)\"", known))
    }
  }

  private func duplicate(_ what: String, _ place: Int) -> TableError.Problem {
    let first = rows[place]
    return .duplicateKey("\(what) (\(substances[place].ingredient) in \(first.file))", firstLine: first.line)
  }
}
