import Coding
import Infusion

/// Drugs that contractors and payers have listed as not complex (`mac_notes.csv`, coding-rules 4.2).
struct ContractorList: Sendable {
  /// By ingredient, the routes by which chemo codes are not to be used.
  private var routes: [String: Set<Route>] = [:]

  init(in folder: TableFolder, known: FormularyReader) throws(TableError) {
    let table = try folder.file(
      "Formulary/mac_notes.csv", columns: ["hcpcs", "ingredient", "bill_with", "not_with", "routes", "source"])
    for row in table.rows {
      let ingredient = try row.text("ingredient").lowercased()
      guard known.substance(ingredient) != nil else {
        throw row.failure("ingredient", .unknownReference(ingredient, table: "Formulary/drugs.csv"))
      }
      // A row that refuses no code only says what is usual.
      guard !row["not_with"].isEmpty else { continue }
      for name in row.list("routes") {
        guard let route = Route(rawValue: name) else {
          throw row.unknown("routes", expected: Route.allCases.map(\.rawValue).joined(separator: ", "))
        }
        routes[ingredient, default: []].insert(route)
      }
    }
  }

  /// Whether every ingredient is on the list for this route.
  func isOrdinary(_ drug: DrugKey, by route: Route) -> Bool {
    drug.ingredients.allSatisfy { routes[String($0)]?.contains(route) == true }
  }
}
