import CodeTables
import Infusion

/// Volumes and rates from the nursing record.
package enum FlowText {
  /// Millilitres: `500`, `500 mL`, `1 L`; nil for other units and for what is no number.
  package static func milliliters(_ text: some StringProtocol) -> ExactDecimal? {
    guard let (number, unit) = NumberText.measured(text), number >= .zero else { return nil }
    switch unit {
    case "", "ml", "mls", "cc", "milliliter", "milliliters": return number
    case "l", "liter", "liters": return number * 1_000
    default: return nil
    }
  }

  /// Millilitres an hour; nil for other units and for what is no number.
  ///
  /// A unit in the text goes before that of the unit column or of the header, which `isPerHour` tells about.
  package static func millilitersPerHour(_ text: some StringProtocol, isPerHour: Bool) -> ExactDecimal? {
    guard let (number, ownUnit) = NumberText.measured(text), number >= .zero else { return nil }
    return (ownUnit.isEmpty ? isPerHour : isMillilitersPerHour(ownUnit)) ? number : nil
  }

  /// Whether a unit of rates is millilitres an hour; other units are ignored.
  package static func isMillilitersPerHour(_ unit: some StringProtocol) -> Bool {
    let unit = unit.lowercased().filter { !$0.isWhitespace && $0 != "." }
    let known = ["ml/h", "ml/hr", "ml/hrs", "ml/hour", "mls/hr", "mls/hour", "cc/hr", "cc/hour", "mlperhour"]
    return known.contains(unit)
  }

  /// Whether a unit measures a flow and no amount: `mcg/kg/min`, `units/hour`.
  package static func isRate(_ unit: some StringProtocol) -> Bool {
    guard let time = unit.split(separator: "/").dropFirst().last else { return false }
    return ["h", "hr", "hrs", "hour", "min", "mins", "minute", "day", "sec"].contains(time.trimmed.lowercased())
  }

  /// Whether a header such as `rate_ml_h` or `Rate (mL/hr)` names that unit.
  package static func isMillilitersPerHour(header: String) -> Bool {
    let folded = Words.fold(header)
    return ["mlh", "mlhr", "mlhour", "mlperhour"].contains(where: folded.hasSuffix)
  }
}
