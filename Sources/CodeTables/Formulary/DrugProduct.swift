import Coding
import Infusion

/// A drug code: what is in it, and how much one billed unit is.
package struct DrugProduct: Sendable {
  package let hcpcs: String
  /// Ingredients of the formulary; empty when the code names none, as codes for anything unclassified do.
  package let ingredients: [String]
  /// How much one billed unit is; nil where it is not known.
  package let billingUnit: BillingUnit?
  /// `active`, or why it is not.
  package let status: String
  package let source: String

  private init(_ row: TableRow) throws(TableError) {
    hcpcs = try row.code("hcpcs").description
    ingredients = parts(of: row["ingredients"].lowercased(), at: "+", ";").map { String(trimmed($0)) }
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

  /// The table of codes, keyed in upper case; every ingredient is one of `ingredients`.
  static func table(
    in folder: TableFolder, ingredients: Set<String>
  ) throws(TableError) -> [String: DrugProduct] {
    let table = try folder.file(
      "Formulary/hcpcs.csv", columns: ["hcpcs", "ingredients", "unit_amount", "unit", "status", "source"])
    let rows = try table.keyed(by: "hcpcs") { (row) throws(TableError) in try row.code("hcpcs").description }
    var products: [String: DrugProduct] = [:]
    for (code, row) in rows {
      let product = try DrugProduct(row)
      for ingredient in product.ingredients where !ingredients.contains(ingredient) {
        throw row.failure("ingredients", .unknownReference(ingredient, table: "Formulary/drugs.csv"))
      }
      products[code] = product
    }
    return products
  }
}
