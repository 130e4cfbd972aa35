import Infusion

/// Durations in whole minutes.
package enum DurationText {
  /// Whole minutes, rounded down, negative ones staying negative; nil for what is no duration.
  ///
  /// A unit in the text (`1.5 h`, `90 min`, `1 h 30 min`) goes before the unit column; without either the number is
  /// minutes. `25:30` and `1:30:00`, as spreadsheets show a duration, are hours, minutes and seconds.
  package static func minutes(_ text: some StringProtocol, unit: String = "") -> Int? {
    let unit = unit.trimmed.lowercased()
    if text.utf8.contains(UInt8(ascii: ":")) {
      // Beside a unit of minutes it would be minutes and seconds.
      return unit.isEmpty || minutesInUnit(unit) == 60 ? clock(text.trimmed) : nil
    }
    guard let (number, ownUnit) = NumberText.measured(text) else { return nil }
    if let minutes = hoursAndMinutes(number, ownUnit) { return minutes }
    guard let factor = minutesInUnit(ownUnit.isEmpty ? unit : ownUnit) else { return nil }
    let magnitude = number < .zero ? number * -1 : number
    guard let minutes = magnitude.wholeQuotient(times: factor, dividedBy: ExactDecimal(1)), minutes < limit else {
      return nil
    }
    return number < .zero ? -max(1, minutes) : minutes
  }

  /// Longer ones are no duration.
  private static let limit = 5_000_000

  /// The minutes of `25:30`, `1:30:00` or `1:30:00.500`.
  private static func clock(_ text: String) -> Int? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hours = digits(parts[0], 1...7), let minutes = digits(parts[1], 2...2),
      minutes < 60, parts.count == 2 || isSeconds(parts[2])
    else { return nil }
    let total = hours * 60 + minutes
    guard total < limit else { return nil }
    return isNegative ? -max(1, total) : total
  }

  private static func isSeconds(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let seconds = digits(parts[0], 2...2), seconds < 60 else { return false }
    return parts.count == 1 || digits(parts[1], 1...9) != nil
  }

  private static func digits(_ text: Substring, _ count: ClosedRange<Int>) -> Int? {
    count.contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
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
