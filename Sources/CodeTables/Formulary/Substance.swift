import Coding
import Infusion

/// A row of `drugs.csv` or `fluids.csv`: something that can be given.
package struct Substance: Sendable {
  /// One ingredient, or several joined by `+`, in lower case.
  package let ingredient: String
  /// What it adds to a drug key; strengths of fluids are not in it.
  package let keyIngredients: [String]
  /// Brand and generic names and other spellings; may be empty.
  package let names: [String]
  package let isFluid: Bool
  /// The class into a vein and by every other way that is not an injection.
  package let veinClass: DrugClass
  /// The class under the skin and into muscle.
  package let injectedClass: DrugClass
  package let family: ProductFamily?
  package let role: SpecialRole
  package let complexityToDocument: Bool
  /// Whether the label demands fluids with it (`label_fluids.csv`, coding-rules DSP-09).
  package let labelDemandsFluids: Bool
  package let source: String
  /// The rule of Part 4 that the source names; nil when it names none.
  let rule: RuleID?

  /// Whether it is a salt of magnesium, calcium or phosphate, which replaces what the body lacks (coding-rules CLS-15).
  var isElectrolyte: Bool { !isFluid && rule == "CLS-15" }

  /// Percentages that a fluid's ingredient names, by what is dissolved; empty for drugs.
  var strengths: [(ingredient: String, percent: ExactDecimal)] {
    guard isFluid else { return [] }
    return ingredient.replacing("%-", with: "%+").split(separator: "+").compactMap { part in
      guard part.hasSuffix("%"), let space = part.lastIndex(of: " ") else { return nil }
      return ExactDecimal(String(part[part.index(after: space)...].dropLast())).map { (String(part[..<space]), $0) }
    }
  }

  /// Whether both are one drug, or one is a form of the other: leuprolide, and leuprolide not for cancer.
  func isSameDrug(as other: Substance) -> Bool {
    ingredient == other.ingredient || ingredient.hasPrefix(other.ingredient + " ")
      || other.ingredient.hasPrefix(ingredient + " ")
  }

  /// A row of `drugs.csv`; an empty class follows the other one.
  ///
  /// - Parameter withFluids: ingredients whose label demands fluids.
  init(drug row: TableRow, withFluids: Set<String>) throws(TableError) {
    let vein: ClassWord? = try row.optionalChoice("iv_class")
    let injected: ClassWord? = try row.optionalChoice("sc_im_class")
    guard let first = vein ?? injected else { throw row.failure("iv_class", .emptyCell) }
    let group: DrugGroup? = try row.optionalChoice("family")
    ingredient = try row.text("ingredient").lowercased()
    names = row.list("names")
    isFluid = false
    veinClass = first.drugClass(by: .intravenous)
    injectedClass = (injected ?? first).drugClass(by: .subcutaneous)
    keyIngredients = parts(of: ingredient, at: "+").map(String.init)
    family = group?.family
    role = group?.role ?? .none
    complexityToDocument = try row.flag("documented")
    labelDemandsFluids = withFluids.contains(ingredient)
    source = try row.text("source")
    rule = Self.rule(in: source)
  }

  /// A row of `fluids.csv`.
  init(fluid row: TableRow) throws(TableError) {
    let word: ClassWord = try row.choice("class")
    guard [.hydration, .therapeutic, .flush].contains(word) else {
      throw row.unknown("class", expected: "hydration, therapeutic or flush")
    }
    ingredient = try row.text("ingredient").lowercased()
    names = row.list("names")
    isFluid = true
    veinClass = word.drugClass(by: .intravenous)
    injectedClass = veinClass
    keyIngredients = Self.withoutStrengths(ingredient)
    family = nil
    role = word == .flush ? .flush : .none
    complexityToDocument = false
    labelDemandsFluids = false
    source = try row.text("source")
    rule = Self.rule(in: source)
  }

  /// The first `CLS-` with its two digits.
  private static func rule(in source: String) -> RuleID? {
    var rest = source.utf8[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "C")) {
      if rest[place...].starts(with: "CLS-".utf8) { return RuleID(String(source[place...].prefix(6))) }
      rest = rest[place...].dropFirst()
    }
    return nil
  }

  /// `dextrose 5%-sodium chloride 0.45%` is dextrose and sodium chloride: a key knows no strength.
  private static func withoutStrengths(_ ingredient: String) -> [String] {
    ingredient.replacing("%-", with: "%+").split(separator: "+").map { part in
      part.split(separator: " ").filter { !$0.hasSuffix("%") }.joined(separator: " ")
    }
  }
}
