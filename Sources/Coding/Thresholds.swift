import Infusion

/// The numbers at which one service becomes another (`thresholds.csv`), whole minutes unless the name says otherwise.
package struct Thresholds: Sendable {
  package let longestPush: Int
  package let shortestInfusion: Int
  package let shortestHydration: Int
  /// First minute of a first-hour service at which a further hour is earned.
  package let furtherHourStarts: Int
  package let hourMinutes: Int
  /// Minutes past a full hour that earn the next one.
  package let pastTheHour: Int
  /// Least distance, start to start, of two reported pushes of one drug.
  package let repeatPushMinutes: Int
  package let bagChangeGap: Int
  package let keepOpenMillilitersPerHour: ExactDecimal
  /// From this volume on, milliliters, a vein drug of unknown technique is an infusion.
  package let infusionMilliliters: ExactDecimal
  /// What a push, or a row without a stop, takes up in the window of its access site.
  package let pushWindow: Int
  package let manyLesions: Int

  package init(
    longestPush: Int, shortestInfusion: Int, shortestHydration: Int, furtherHourStarts: Int, hourMinutes: Int,
    pastTheHour: Int, repeatPushMinutes: Int, bagChangeGap: Int, keepOpenMillilitersPerHour: ExactDecimal,
    infusionMilliliters: ExactDecimal, pushWindow: Int, manyLesions: Int
  ) {
    self.longestPush = longestPush
    self.shortestInfusion = shortestInfusion
    self.shortestHydration = shortestHydration
    self.furtherHourStarts = furtherHourStarts
    self.hourMinutes = hourMinutes
    self.pastTheHour = pastTheHour
    self.repeatPushMinutes = repeatPushMinutes
    self.bagChangeGap = bagChangeGap
    self.keepOpenMillilitersPerHour = keepOpenMillilitersPerHour
    self.infusionMilliliters = infusionMilliliters
    self.pushWindow = pushWindow
    self.manyLesions = manyLesions
  }

  /// Hours earned beyond the first of a service whose first hour has a code of its own (coding-rules 0.4, `extra`).
  ///
  /// Example: 90 minutes earn none, 91 one, 150 one, 151 two.
  package func hoursBeyondFirst(_ minutes: Int) -> Int {
    minutes < furtherHourStarts ? 0 : (minutes - pastTheHour) / hourMinutes
  }

  /// Hours earned by a service all of whose hours share one code (coding-rules 0.4, `later`).
  ///
  /// Example: 30 minutes earn none, 31 one, 90 one, 91 two.
  package func hoursFromNothing(_ minutes: Int) -> Int {
    minutes < pastTheHour ? 0 : (minutes + hourMinutes - pastTheHour) / hourMinutes
  }
}

/// The same sums in words, for whoever checks them.
extension Thresholds {
  /// `130 min = 60 + 60 + 10; a further hour is earned at 91 min, the next at 151 min`.
  func sumBeyondFirst(_ minutes: Int) -> String {
    "\(inHours(minutes)); \(marks("further hour", from: furtherHourStarts, earned: hoursBeyondFirst(minutes)))"
  }

  /// `75 min = 60 + 15; an hour is earned at 31 min, the next at 91 min`.
  func sumFromNothing(_ minutes: Int) -> String {
    "\(inHours(minutes)); \(marks("hour", from: pastTheHour, earned: hoursFromNothing(minutes)))"
  }

  private func inHours(_ minutes: Int) -> String {
    guard minutes > hourMinutes else { return "\(minutes) min" }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: hourMinutes)
    let parts = [String](repeating: "\(hourMinutes)", count: hours) + (rest > 0 ? ["\(rest)"] : [])
    // A day of hours one by one is no help.
    return "\(minutes) min = " + (hours > 8 ? "\(hours) x \(hourMinutes) + \(rest)" : parts.joined(separator: " + "))
  }

  /// Where each hour is earned, and where the next would be.
  private func marks(_ hour: String, from first: Int, earned: Int) -> String {
    let next = first + earned * hourMinutes
    switch earned {
    case 0: return "\(article(hour)) takes \(first) min"
    case 1: return "\(article(hour)) is earned at \(first) min, the next at \(next) min"
    case 2...5:
      let marks = (0..<earned).map { "\(first + $0 * hourMinutes)" }
      let listed = marks.dropLast().joined(separator: ", ") + " and " + (marks.last ?? "")
      return "\(hour)s are earned at \(listed) min, the next at \(next) min"
    default:
      return
        "\(hour)s are earned every \(hourMinutes) min from \(first) to \(next - hourMinutes), the next at \(next) min"
    }
  }

  private func article(_ hour: String) -> String { hour.hasPrefix("h") ? "an \(hour)" : "a \(hour)" }
}
