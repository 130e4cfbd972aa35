import Coding
import Infusion

/// A drug code: what is in it, and how much one billed unit is.
package struct DrugProduct: Sendable {
  package let hcpcs: String
  /// Ingredients of the formulary; empty when the code names none, as codes for anything unclassified do.
  package let ingredients: [String]
  /// The key that rows of the record give to what is in it; nil when the code names no ingredient.
  package let drugKey: DrugKey?
  /// How much one billed unit is; nil where it is not known.
  package let billingUnit: BillingUnit?
  /// `active`, or why it is not.
  package let status: String
  package let source: String

  /// - Parameter known: drugs and fluids, each ingredient among them.
  private init(_ row: TableRow, known: FormularyReader) throws(TableError) {
    hcpcs = try row.code("hcpcs").description
    ingredients = parts(of: row["ingredients"].lowercased(), at: "+", ";").map { String(trimmed($0)) }
    var names: [String] = []
    for ingredient in ingredients {
      guard let substance = known.substance(ingredient) else {
        throw row.failure("ingredients", .unknownReference(ingredient, table: "Formulary/drugs.csv"))
      }
      names += substance.keyIngredients
    }
    drugKey = names.isEmpty ? nil : DrugKey(ingredients: names)
    billingUnit = try Self.billingUnit(row)
    status = row["status"]
    source = try row.text("source")
  }

  private static func billingUnit(_ row: TableRow) throws(TableError) -> BillingUnit? {
    guard !row["unit_amount"].isEmpty else { return nil }
    let amount = try row.decimal("unit_amount")
    guard amount > .zero else { throw row.unknown("unit_amount", expected: "more than 0") }
    let unit = DoseUnit(row["unit"])
    if case .other = unit {
      throw row.unknown("unit", expected: "a unit such as mg, mcg, g, unit, IU, mEq, mL or dose")
    }
    return BillingUnit(amount, unit)
  }

  /// The table of codes, keyed in upper case; every ingredient is one of `known`.
  static func table(
    in folder: TableFolder, known: FormularyReader
  ) throws(TableError) -> [String: DrugProduct] {
    let table = try folder.file(
      "Formulary/hcpcs.csv", columns: ["hcpcs", "ingredients", "unit_amount", "unit", "status", "source"])
    let rows = try table.keyed(by: "hcpcs") { (row) throws(TableError) in try row.code("hcpcs").description }
    var products: [String: DrugProduct] = [:]
    products.reserveCapacity(rows.count)
    for (code, row) in rows { products[code] = try DrugProduct(row, known: known) }
    return products
  }
}
