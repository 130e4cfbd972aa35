import CodeTables
import Infusion

/// The drug that a row of the suppressions names: by brand, by ingredient, or as the export prints it.
struct SuppressedDrug: Sendable {
  private let folded: String
  private let key: DrugKey?

  init(_ name: String, formulary: Formulary) {
    folded = Words.fold(name)
    key = formulary.recognise(drugText: name)?.key
  }

  func isGiven(in row: MARRow) -> Bool {
    row.drug == key || Words.fold(row.drugName) == folded
      || row.drug.ingredients.contains { Words.fold($0) == folded }
  }
}
