/// What doses are measured in.
///
/// Shape: units of one measure differ by powers of ten, so that converting is exact. Whatever is not one plain unit, such
/// as a rate or an amount for each kilogram, is `other` and converts to nothing but itself.
package enum DoseUnit: Hashable, Sendable, CustomStringConvertible {
  case microgram, milligram, gram
  case unit, millionUnits
  case milliequivalent
  case milliliter, liter
  case dose, vial
  /// As written, in lower case; empty when no unit was written.
  case other(String)

  /// A unit as people write it, in any case: `mg`, `MCG`, `Units`, `million IU`.
  package init(_ text: some StringProtocol) {
    let text = text.lowercased()
    if let unit = Self.spellings[text] {
      self = unit
      return
    }
    let words = text.split { $0.isWhitespace || $0 == "." }
    self = Self.spellings[words.joined(separator: " ")] ?? .other(words.joined(separator: " "))
  }

  package var description: String {
    switch self {
    case .microgram: "mcg"
    case .milligram: "mg"
    case .gram: "g"
    case .unit: "units"
    case .millionUnits: "million units"
    case .milliequivalent: "mEq"
    case .milliliter: "mL"
    case .liter: "L"
    case .dose: "doses"
    case .vial: "vials"
    case .other(let text): text
    }
  }

  /// The power of ten that turns an amount in this unit into one in `other`; nil when they measure different things.
  package func exponent(to other: DoseUnit) -> Int? {
    if self == other { return 0 }
    guard let (measure, power) = place, let (otherMeasure, otherPower) = other.place, measure == otherMeasure else {
      return nil
    }
    return power - otherPower
  }

  private enum Measure {
    case mass, activity, equivalents, volume, dose, vial
  }

  /// What it measures, and how many of the smallest unit it is as a power of ten.
  private var place: (Measure, Int)? {
    switch self {
    case .microgram: (.mass, 0)
    case .milligram: (.mass, 3)
    case .gram: (.mass, 6)
    case .unit: (.activity, 0)
    case .millionUnits: (.activity, 6)
    case .milliequivalent: (.equivalents, 0)
    case .milliliter: (.volume, 0)
    case .liter: (.volume, 3)
    case .dose: (.dose, 0)
    case .vial: (.vial, 0)
    case .other: nil
    }
  }

  /// `MU` is left out: it is read as million units by some and as milliunits by others.
  private static let spellings: [String: DoseUnit] = [
    "mcg": .microgram, "mcgs": .microgram, "ug": .microgram, "µg": .microgram, "μg": .microgram,
    "microgram": .microgram, "micrograms": .microgram,
    "mg": .milligram, "mgs": .milligram, "milligram": .milligram, "milligrams": .milligram,
    "g": .gram, "gm": .gram, "gms": .gram, "gram": .gram, "grams": .gram,
    "unit": .unit, "units": .unit, "u": .unit, "iu": .unit, "i u": .unit, "international units": .unit,
    "international unit": .unit, "int'l units": .unit, "usp units": .unit,
    "million units": .millionUnits, "million unit": .millionUnits, "million iu": .millionUnits,
    "million international units": .millionUnits,
    "meq": .milliequivalent, "milliequivalent": .milliequivalent, "milliequivalents": .milliequivalent,
    "ml": .milliliter, "mls": .milliliter, "cc": .milliliter, "milliliter": .milliliter, "milliliters": .milliliter,
    "l": .liter, "liter": .liter, "liters": .liter,
    "dose": .dose, "doses": .dose, "vial": .vial, "vials": .vial,
  ]
}
