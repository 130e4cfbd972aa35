import Infusion

/// Which of the names found in a text were put in, and which fluid they are in (input IN-40).
struct Mixture {
  /// What was put in, in the order named; fluids only when nothing else was.
  let ingredients: [Substance]
  /// The first fluid named beside a drug; nil when none is.
  let fluid: Substance?
  /// Whether the fluid was named before the drug, as `D5NS with thiamine`.
  let fluidComesFirst: Bool
  /// Whether a fluid of the text is too strong to be replacement.
  let isStrong: Bool

  init(
    _ text: DrugText, _ hits: [(range: Range<Int>, substance: Substance)], _ limits: ClassLimits, units: Set<String>
  ) {
    let fluids = hits.filter { $0.substance.isFluid }
    let drugs = hits.filter { !$0.substance.isFluid }
    let strong = fluids.filter { $0.substance.veinClass == .therapeutic }
    // Fluids alone are mixed by `in` and by nothing: dextrose 5 % in saline.
    let isPlainFluid = drugs.isEmpty && strong.isEmpty
    let candidates = isPlainFluid ? fluids : drugs.isEmpty ? strong : drugs
    var chosen: [Substance] = []
    for (range, substance) in candidates {
      if let known = chosen.firstIndex(where: { $0.isSameDrug(as: substance) }) {
        // A brand behind a general name says more: leuprolide (Lupron Depot 3.75).
        if substance.ingredient.count > chosen[known].ingredient.count { chosen[known] = substance }
      } else if chosen.isEmpty || isPlainFluid || Self.isJoined(range, in: text, units) {
        chosen.append(substance)
      }
    }
    ingredients = chosen
    fluid = drugs.isEmpty ? nil : fluids.first?.substance
    fluidComesFirst =
      drugs.first.flatMap { drug in
        fluids.first.map { $0.range.lowerBound < drug.range.lowerBound }
      } ?? false
    isStrong = fluids.contains { hit in
      Self.isStrong(hit.substance, percent: Self.percent(of: hit.range, hits.map(\.range), in: text), limits)
    }
  }

  // MARK: Joints

  private static let joiningSigns: Set<UInt8> = Set("+/-,&".utf8)
  private static let joiningWords: Set<String> = ["and", "with", "plus", "w"]

  /// Whether the name is joined to what stands before it; strengths in between do not count.
  private static func isJoined(_ range: Range<Int>, in text: DrugText, _ units: Set<String>) -> Bool {
    var place = range.lowerBound
    while place > 0 {
      let before = text.tokens[place - 1]
      if !text.tokens[place].signsBefore.isDisjoint(with: joiningSigns) { return true }
      if joiningWords.contains(before.text) { return true }
      guard before.number != nil || before.isPercent || units.contains(before.text) else { return false }
      place -= 1
    }
    return false
  }

  // MARK: Strengths

  private static func isStrong(_ fluid: Substance, percent: ExactDecimal?, _ limits: ClassLimits) -> Bool {
    let isStrongByTable = fluid.veinClass == .therapeutic
    guard let percent, fluid.keyIngredients.count == 1 else { return isStrongByTable }
    return limits.isStrong(fluid.keyIngredients[0], percent: percent) ?? isStrongByTable
  }

  /// The percentage written right behind a name, else right before it, else anywhere up to the next name.
  private static func percent(of range: Range<Int>, _ all: [Range<Int>], in text: DrugText) -> ExactDecimal? {
    let tokens = text.tokens
    let others = all.filter { $0 != range }
    func percent(at sign: Int) -> ExactDecimal? {
      guard sign > 0, sign < tokens.count, tokens[sign].isPercent else { return nil }
      return others.contains { $0.contains(sign) } ? nil : tokens[sign - 1].number
    }
    let next = others.map(\.lowerBound).filter { $0 >= range.upperBound }.min() ?? tokens.count
    let places = Array(range) + [range.upperBound + 1, range.lowerBound - 1] + Array(range.upperBound..<next)
    return places.lazy.compactMap(percent(at:)).first
  }
}
