import Infusion

extension RecognisedDrug {
  /// The drug made of these ingredients, in the surroundings that its text names.
  ///
  /// - Parameters:
  ///   - ingredients: never empty unless `key` is given.
  ///   - key: nil to make it of the ingredients.
  init(
    _ ingredients: [Substance], key: DrugKey?, mixture: Mixture, text: DrugText, limits: ClassLimits,
    ownClass: DrugClass?
  ) {
    let names = ingredients.flatMap(\.keyIngredients)
    let volume = text.milliliters
    let makeup = Self.makeup(of: ingredients, mixture)
    // A rider's fluid is a diluent, and no diluent is in a key.
    let isRider = volume.map { $0 < limits.riderMilliliters } ?? false
    let withFluid = makeup == .fluidWithPotassium && !isRider ? ["fluid"] : []
    self.key = key ?? DrugKey(ingredients: names + withFluid)
    tableIngredients = ingredients.map(\.ingredient)
    self.makeup = makeup
    self.ownClass = ownClass
    specialRole = ingredients.map(\.role).first { $0 != .none } ?? .none
    family = ingredients.compactMap(\.family).first
    veinClass = Self.best(ingredients.map(\.veinClass))
    injectedClass = Self.best(ingredients.map(\.injectedClass))
    complexityToDocument = ingredients.contains(where: \.complexityToDocument)
    labelDemandsFluids = ingredients.contains(where: \.labelDemandsFluids)
    isElectrolyte =
      ownClass == nil && (makeup == .fluidWithPotassium || makeup == .electrolyte || Set(names) == Self.potassium)
    tableRule = ingredients.count == 1 ? ingredients[0].rule : nil
    milliliters = volume
  }

  /// A flush or lock of a line.
  init(flushOf ingredients: [String], text: DrugText) {
    self.init(fluid: ingredients, role: .flush, text: text)
  }

  /// Fluid that the text does not name and that carries a drug of another row.
  init(unnamedCarrier text: DrugText) {
    self.init(fluid: ["carrier fluid"], role: .carrier, text: text)
  }

  private init(fluid ingredients: [String], role: SpecialRole, text: DrugText) {
    key = DrugKey(ingredients: ingredients)
    tableIngredients = []
    makeup = .fluid
    ownClass = nil
    specialRole = role
    family = nil
    veinClass = .hydration
    injectedClass = .hydration
    complexityToDocument = false
    labelDemandsFluids = false
    isElectrolyte = false
    tableRule = nil
    milliliters = text.milliliters
  }

  private static let potassium: Set<String> = ["potassium chloride"]

  private static func makeup(of ingredients: [Substance], _ mixture: Mixture) -> Makeup {
    if ingredients.isEmpty { return .unknown }
    let additives = ingredients.filter { !$0.isFluid }
    guard !additives.isEmpty else {
      let isStrong = mixture.isStrong || ingredients.contains { $0.veinClass == .therapeutic }
      return isStrong ? .strongFluid : .fluid
    }
    let isInFluid = mixture.fluid?.veinClass == .hydration && !mixture.isStrong
    if isInFluid, Set(additives.flatMap(\.keyIngredients)) == potassium { return .fluidWithPotassium }
    if additives.allSatisfy(\.isElectrolyte) { return .electrolyte }
    return mixture.fluidComesFirst ? .fluidWithDrug : .drug
  }

  /// The class that ranks first, best first: one cancer drug makes the bag a cancer drug.
  private static func best(_ classes: [DrugClass]) -> DrugClass {
    DrugClass.allCases.first { classes.contains($0) } ?? .therapeutic
  }
}
