import Infusion

/// Reads `drugs.csv` and `fluids.csv`.
struct FormularyReader {
  private(set) var substances: [Substance] = []
  /// Where the first substance of an ingredient stands.
  private(set) var places: [String: Int] = [:]
  /// Names and ingredients, to places in `substances`.
  private(set) var index = NameIndex<Int>()
  private var rows: [TableRow] = []

  init(in folder: TableFolder, limits: ClassLimits) throws(TableError) {
    let drugs = try folder.file(
      "Formulary/drugs.csv",
      columns: ["ingredient", "names", "iv_class", "sc_im_class", "family", "documented", "source"])
    let fluids = try folder.file("Formulary/fluids.csv", columns: ["ingredient", "names", "class", "source"])
    let labels = try folder.file("Formulary/label_fluids.csv", columns: ["ingredient", "source"])
    let withFluids = try labels.keyed(by: "ingredient") { (row) throws(TableError) in
      try row.text("ingredient").lowercased()
    }
    let labelled = Set(withFluids.keys)
    for row in drugs.rows {
      let drug = try Substance(drug: row, withFluids: labelled)
      if drug.isElectrolyte, drug.veinClass != .therapeutic {
        throw row.unknown("iv_class", expected: "therapeutic, as CLS-15 says")
      }
      try add(drug, row)
    }
    for row in fluids.rows {
      let fluid = try Substance(fluid: row)
      try checkStrength(of: fluid, limits, row)
      try add(fluid, row)
    }
    guard !drugs.rows.isEmpty else { throw drugs.failure(.incomplete(what: "every drug")) }
    for (ingredient, row) in withFluids.sorted(by: { $0.value.line < $1.value.line }) where places[ingredient] == nil {
      throw row.failure("ingredient", .unknownReference(ingredient, table: "Formulary/drugs.csv"))
    }
    guard substances.contains(where: \.isElectrolyte) else {
      throw drugs.failure(.incomplete(what: "every electrolyte with the source CLS-15"))
    }
  }

  func substance(_ ingredient: String) -> Substance? { places[ingredient].map { substances[$0] } }

  /// Stops when a fluid's class is not what `thresholds.csv` says of its strength (coding-rules CLS-13).
  private func checkStrength(of fluid: Substance, _ limits: ClassLimits, _ row: TableRow) throws(TableError) {
    let answers = fluid.strengths.compactMap { limits.isStrong($0.ingredient, percent: $0.percent) }
    guard !answers.isEmpty, answers.contains(true) != (fluid.veinClass == .therapeutic) else { return }
    let expected = answers.contains(true) ? ClassWord.therapeutic : .hydration
    throw row.unknown("class", expected: "\(expected.rawValue), as strongSaline and strongDextrose say")
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
