import Coding
import Infusion

/// `vials.csv`: what the single-dose containers sold of a drug code hold (coding-rules DRUG-05).
enum VialSizes {
  /// Sizes by code in upper case; every code is one of `products`, and every size converts to its unit.
  static func table(
    in folder: TableFolder, products: [String: DrugProduct]
  ) throws(TableError) -> [String: [Dose]] {
    let table = try folder.file("Formulary/vials.csv", columns: ["hcpcs", "sizes", "unit", "source"])
    let rows = try table.keyed(by: "hcpcs") { (row) throws(TableError) in try row.code("hcpcs").description }
    var sizes: [String: [Dose]] = [:]
    for (code, row) in rows {
      guard let product = products[code] else {
        throw row.failure("hcpcs", .unknownReference(code, table: "Formulary/hcpcs.csv"))
      }
      guard let unit = product.billingUnit?.unit, DoseUnit(row["unit"]).exponent(to: unit) != nil else {
        throw row.unknown("unit", expected: "the unit of \(code) in Formulary/hcpcs.csv, or one that converts to it")
      }
      _ = try row.text("source")
      sizes[code] = try doses(row)
    }
    return sizes
  }

  private static func doses(_ row: TableRow) throws(TableError) -> [Dose] {
    var doses: [Dose] = []
    for text in row.list("sizes") {
      guard let dose = ExactDecimal(text).flatMap({ Dose($0, DoseUnit(row["unit"])) }), dose.amount > .zero else {
        throw row.unknown("sizes", expected: "amounts apart by semicolons")
      }
      doses.append(dose)
    }
    guard !doses.isEmpty else { throw row.failure("sizes", .emptyCell) }
    return doses.sorted { $0.amount < $1.amount }
  }
}
