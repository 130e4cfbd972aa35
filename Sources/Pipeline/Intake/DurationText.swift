import Infusion

/// Durations in whole minutes.
package enum DurationText {
  /// Whole minutes, rounded down, negative ones staying negative; nil for what is no duration.
  ///
  /// A unit in the text (`1.5 h`, `90 min`, `1 h 30 min`) goes before the unit column; without either the number is
  /// minutes.
  package static func minutes(_ text: some StringProtocol, unit: String = "") -> Int? {
    guard let (number, ownUnit) = NumberText.measured(text) else { return nil }
    if let minutes = hoursAndMinutes(number, ownUnit) { return minutes }
    guard let factor = minutesInUnit(ownUnit.isEmpty ? unit.trimmed.lowercased() : ownUnit) else { return nil }
    let magnitude = number < .zero ? number * -1 : number
    guard let minutes = magnitude.wholeQuotient(times: factor, dividedBy: ExactDecimal(1)), minutes < 5_000_000 else {
      return nil
    }
    return number < .zero ? -max(1, minutes) : minutes
  }

  /// `1 h 30 min`, `1hr 30`: whole hours and, below an hour, whole minutes; nil for all else.
  private static func hoursAndMinutes(_ hours: ExactDecimal, _ rest: String) -> Int? {
    guard let digit = rest.firstIndex(where: \.isNumber), minutesInUnit(rest[..<digit].trimmed) == 60,
      let (minutes, unit) = NumberText.measured(rest[digit...]), unit.isEmpty || minutesInUnit(unit) == 1,
      let hours = wholeNumber(hours), let minutes = wholeNumber(minutes), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }

  /// Not below nothing, and no more hours or minutes than any infusion lasts.
  private static func wholeNumber(_ number: ExactDecimal) -> Int? {
    guard number.scale == 0, let whole = Int(exactly: number.mantissa), (0..<10_000).contains(whole) else { return nil }
    return whole
  }

  /// The numbers 1, 2 and 3 are the codes of a widespread MAR for minutes, hours and days.
  private static func minutesInUnit(_ unit: String) -> Int? {
    switch unit {
    case "", "1", "m", "min", "min.", "mins", "mins.", "minute", "minutes", "minute(s)": 1
    case "2", "h", "hr", "hr.", "hrs", "hrs.", "hour", "hours", "hour(s)": 60
    case "3", "d", "day", "days", "day(s)": 1_440
    default: nil
    }
  }
}
