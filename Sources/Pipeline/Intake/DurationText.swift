import Infusion

/// Durations in whole minutes.
package enum DurationText {
  /// Whole minutes, rounded down, negative ones staying negative; nil for what is no duration.
  ///
  /// A unit in the text (`1.5 h`, `90 min`) goes before the unit column; without either the number is minutes.
  package static func minutes(_ text: some StringProtocol, unit: String = "") -> Int? {
    guard let (number, ownUnit) = NumberText.measured(text) else { return nil }
    guard let factor = minutesInUnit(ownUnit.isEmpty ? unit.trimmed.lowercased() : ownUnit) else { return nil }
    let magnitude = number < .zero ? number * -1 : number
    guard let minutes = magnitude.wholeQuotient(times: factor, dividedBy: ExactDecimal(1)), minutes < 5_000_000 else {
      return nil
    }
    return number < .zero ? -max(1, minutes) : minutes
  }

  /// The numbers 1, 2 and 3 are the codes of a widespread MAR for minutes, hours and days.
  private static func minutesInUnit(_ unit: String) -> Int? {
    switch unit {
    case "", "1", "m", "min", "min.", "mins", "minute", "minutes", "minute(s)": 1
    case "2", "h", "hr", "hr.", "hrs", "hour", "hours", "hour(s)": 60
    case "3", "d", "day", "days", "day(s)": 1_440
    default: nil
    }
  }
}
