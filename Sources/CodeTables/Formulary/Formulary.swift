import Infusion

/// The drugs and fluids that the program knows, and how their names and codes are found (input section 5).
package struct Formulary: Sendable {
  /// Drugs and fluids, sorted by ingredient.
  package let substances: [Substance]
  /// Drug codes, keyed in upper case.
  package let products: [String: DrugProduct]
  /// What the single-dose containers of drug codes hold, sorted; codes whose containers are not known are not in it.
  let vialSizes: [String: [Dose]]
  let limits: ClassLimits
  let contractorList: ContractorList
  private let places: [String: Int]
  private let index: NameIndex<Int>
  private let plainWords: PlainWords
  private let ownDrugs: [OwnDrug]
  private let ownIndex: NameIndex<Int>

  init(in folder: TableFolder, limits: ClassLimits, ownDrugs: [OwnDrug] = []) throws(TableError) {
    let reader = try FormularyReader(in: folder, limits: limits)
    substances = reader.substances
    places = reader.places
    index = reader.index
    plainWords = try PlainWords(in: folder)
    products = try DrugProduct.table(in: folder, known: reader)
    contractorList = try ContractorList(in: folder, known: reader)
    vialSizes = try VialSizes.table(in: folder, products: products)
    self.limits = limits
    self.ownDrugs = ownDrugs
    var ownIndex = NameIndex<Int>()
    for (place, drug) in ownDrugs.enumerated() { _ = drug.name.map { ownIndex.add($0, place) } }
    self.ownIndex = ownIndex
  }

  /// What a drug is, by its code and its text as printed; nil when neither is known, and when the text names an unknown
  /// drug beside what is known (input IN-40, IN-41).
  ///
  /// Call it once for each distinct spelling.
  package func recognise(drugText: String, hcpcs: String? = nil) -> RecognisedDrug? {
    let text = DrugText(drugText)
    let code = hcpcs.map { trimmed($0).uppercased() } ?? ""
    let hits = known(index.hits(in: text).map { (range: $0.range, substance: substances[$0.value]) })
    let mixture = Mixture(text, hits, limits, units: plainWords.units)
    if let own = ownDrug(text, code) { return recognised(own, mixture, text) }
    guard let ingredients = ingredients(code, text, hits, mixture) else { return nil }
    if let flush = flush(text, ingredients) { return flush }
    return ingredients.isEmpty ? carrier(text) : recognised(ingredients, mixture, text)
  }

  /// The key of what a drug code names by itself, as `recognise` finds it without a text; nil when it names no drug.
  package func drugKey(ofCode hcpcs: String) -> DrugKey? {
    ownDrug(ofCode: hcpcs).map { DrugKey(ingredients: $0.ingredients) } ?? products[hcpcs]?.drugKey
  }

  /// What was put in, by the code before the name; empty when neither says, nil when the text names an unknown drug.
  private func ingredients(
    _ code: String, _ text: DrugText, _ hits: [(range: Range<Int>, substance: Substance)], _ mixture: Mixture
  ) -> [Substance]? {
    let byCode = products[code]?.ingredients.compactMap { places[$0].map { substances[$0] } } ?? []
    let namesUnknown = UnexplainedWords(text, hits, plainWords).nameADrug
    // The code of the fluid that a drug is in says nothing of the drug.
    let isDiluent = byCode.allSatisfy(\.isFluid) && (mixture.fluid != nil || (namesUnknown && !hits.isEmpty))
    if !byCode.isEmpty, !isDiluent { return byCode }
    // What stands beside the word vaccine is its name: `measles and zorbavirus vaccine`.
    if namesUnknown, hits.contains(where: { $0.substance.role == .vaccineWord }) {
      return hits.map(\.substance).filter { $0.role == .vaccineWord }
    }
    return namesUnknown ? nil : mixture.ingredients
  }

  /// What a text names, without the word vaccine beside a drug that has a name: `Shingrix vaccine`.
  private func known(
    _ hits: [(range: Range<Int>, substance: Substance)]
  ) -> [(range: Range<Int>, substance: Substance)] {
    let named = hits.filter { $0.substance.role != .vaccineWord }
    return named.contains { !$0.substance.isFluid } ? named : hits
  }

  /// What the tables say of an ingredient.
  package func substance(_ ingredient: String) -> Substance? { places[ingredient].map { substances[$0] } }

  private func ownDrug(_ text: DrugText, _ code: String) -> OwnDrug? {
    if let place = ownIndex.hits(in: text).first?.value { return ownDrugs[place] }
    return code.isEmpty ? nil : ownDrug(ofCode: code)
  }

  private func ownDrug(ofCode hcpcs: String) -> OwnDrug? {
    ownDrugs.first { $0.hcpcs?.uppercased() == hcpcs }
  }

  private func recognised(_ own: OwnDrug, _ mixture: Mixture, _ text: DrugText) -> RecognisedDrug {
    let known = own.ingredients.compactMap { substance($0.lowercased()) }
    return RecognisedDrug(
      known, key: DrugKey(ingredients: own.ingredients), mixture: mixture, text: text, limits: limits,
      ownClass: own.drugClass)
  }

  private func recognised(_ ingredients: [Substance], _ mixture: Mixture, _ text: DrugText) -> RecognisedDrug {
    RecognisedDrug(ingredients, key: nil, mixture: mixture, text: text, limits: limits, ownClass: nil)
  }

  private static let carrierWords: Set<String> = ["solution", "piggyback", "carrier", "diluent"]

  /// What a text says that names nothing but the fluid's purpose; plain words alone are in it.
  private func carrier(_ text: DrugText) -> RecognisedDrug? {
    text.contains(anyOf: Self.carrierWords) ? RecognisedDrug(unnamedCarrier: text) : nil
  }

  private static let flushWords: Set<String> = ["flush", "flushes", "lock", "heplock"]
  /// What catheters are flushed and locked with, beside plain fluid.
  private static let lockSolutions: Set<String> = ["heparin"]

  private func flush(_ text: DrugText, _ ingredients: [Substance]) -> RecognisedDrug? {
    guard ingredients.contains(where: { $0.role == .flush }) || text.contains(anyOf: Self.flushWords) else {
      return nil
    }
    guard ingredients.allSatisfy({ $0.isFluid || Self.lockSolutions.contains($0.ingredient) }) else { return nil }
    let names = ingredients.isEmpty ? ["flush"] : ingredients.flatMap(\.keyIngredients)
    return RecognisedDrug(flushOf: names, text: text)
  }
}
