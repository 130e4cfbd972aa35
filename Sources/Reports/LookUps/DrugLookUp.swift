import CodeTables
import Coding
import Infusion

/// What a drug's text or code is taken for, for a terminal.
package struct DrugLookUp {
  private let formulary: Formulary
  private let width: Int
  private let paint: Paint

  package init(formulary: Formulary, width: Int = 80, isColored: Bool = false) {
    self.formulary = formulary
    self.width = width
    paint = Paint(isColored: isColored)
  }

  /// Ingredients, class by route with its rule, family, drug codes with unit sizes, and the sources.
  ///
  /// - Parameter name: the text of a drug as an export prints it, or a drug code.
  /// - Throws: `UnknownName` when it is not recognised, with the nearest names or codes.
  package func drug(_ name: String) throws(UnknownName) -> String {
    let product = formulary.products[name.uppercased()]
    guard let drug = formulary.recognise(drugText: product == nil ? name : "", hcpcs: name) else {
      if let product { return namesNoDrug(product) }
      throw UnknownName(kind: "drug", name: name, nearest: nearest(to: name))
    }
    let key = drug.key.description
    let heading = product.map { "\($0.hcpcs), \(key)" } ?? (key.isEmpty ? name : key)
    var sheet = FactSheet(heading: heading, width: width, paint: paint)
    let ingredients = drug.tableIngredients.isEmpty ? drug.key.ingredients.map(String.init) : drug.tableIngredients
    sheet.fact("ingredients", ingredients.sorted().joined(separator: " + "))
    sheet.facts("class", classes(of: drug))
    sheet.fact("special", DrugWords.of(drug.specialRole))
    sheet.fact("family", drug.family.map { DrugWords.plain($0.rawValue) } ?? "")
    if drug.complexityToDocument { sheet.fact("to document", "the complexity, where it takes chemo codes") }
    let products = products(of: drug)
    sheet.facts("codes", products.map { "\($0.hcpcs): \(Self.unit(of: $0))" })
    sheet.facts("sources", sources(drug, product.map { [$0] } ?? products))
    return sheet.text
  }

  // MARK: Class

  /// Ways into the body that have drug-administration codes.
  private static let routes = Route.allCases.filter { ![.oral, .nasal, .other, .intradermal].contains($0) }

  /// One line for each class and rule, with the routes that have it.
  private func classes(of drug: RecognisedDrug) -> [String] {
    var lines: [(decision: ClassDecision, routes: [String])] = []
    for route in Self.routes {
      let decision = formulary.drugClass(of: drug, route: route)
      if let place = lines.firstIndex(where: { $0.decision == decision }) {
        lines[place].routes.append(route.rawValue)
      } else {
        lines.append((decision, [route.rawValue]))
      }
    }
    return lines.map { line in
      let routes = lines.count == 1 ? "every route" : line.routes.joined(separator: ", ")
      let doubt = line.decision.isDefaulted ? ", for want of a class" : ""
      return "\(DrugWords.of(line.decision.drugClass)) (\(line.decision.rule))\(doubt): \(routes)"
    }
  }

  // MARK: Codes

  /// Codes of exactly these ingredients, sorted.
  private func products(of drug: RecognisedDrug) -> [DrugProduct] {
    let parts = Set(drug.tableIngredients.flatMap { $0.split(separator: "+").map(String.init) })
    guard !parts.isEmpty else { return [] }
    return formulary.products.values.filter { Set($0.ingredients) == parts }.sorted { $0.hcpcs < $1.hcpcs }
  }

  /// `1 mg a unit, active`.
  static func unit(of product: DrugProduct) -> String {
    let size = product.billingUnit.map { "\($0) a unit" } ?? "unit size not known"
    return "\(size), \(product.status)"
  }

  private func namesNoDrug(_ product: DrugProduct) -> String {
    var sheet = FactSheet(heading: "\(product.hcpcs), a code that names no drug", width: width, paint: paint)
    sheet.fact("unit", Self.unit(of: product))
    sheet.fact("sources", product.source)
    return sheet.text
  }

  private func sources(_ drug: RecognisedDrug, _ products: [DrugProduct]) -> [String] {
    let rows = drug.tableIngredients.compactMap { formulary.substance($0)?.source }
    return unique(rows + products.map(\.source))
  }

  // MARK: Unknown

  private func nearest(to name: String) -> [String] {
    let text = name.lowercased()
    let looksLikeCode = text.count == 5 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    if looksLikeCode { return Spelling.nearest(3, to: [name], among: formulary.products.keys) }
    let known = Set(formulary.substances.flatMap { [$0.ingredient] + $0.names })
    let words: [String] = text.split { $0 == " " }.map { String($0) }
    let asked: [String] = [text] + words.filter { word in word.count > 3 && word.allSatisfy { $0.isLetter } }
    return Spelling.nearest(3, to: asked, among: known)
  }
}
