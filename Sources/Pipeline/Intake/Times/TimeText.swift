import Infusion

/// What one cell says of a moment: a day, a clock time, an offset from absolute time, or some of them.
///
/// Shape: at least one of `date` and `minuteOfDay` is there. Seconds are dropped (coding-rules ALG-02).
package struct TimeText: Hashable, Sendable {
  package var date: CivilDate?
  /// Minutes since midnight, 0..<1440; nil for a day without a time.
  package var minuteOfDay: Int?
  /// Minutes east of absolute time; nil when the text names no offset.
  package var offsetMinutes: Int?

  package init(date: CivilDate? = nil, minuteOfDay: Int? = nil, offsetMinutes: Int? = nil) {
    self.date = date
    self.minuteOfDay = minuteOfDay
    self.offsetMinutes = offsetMinutes
  }

  /// The days whose minutes a `ClockTime` can count, about the years 1 to 6000.
  static let datableDays: ClosedRange<Int32> = -719_000...1_470_000

  /// Whether day and time are both known and the day is not beyond reckoning.
  package var isWhole: Bool {
    minuteOfDay != nil && date.map { Self.datableDays.contains($0.daysSince1970) } ?? false
  }

  /// The moment by the clock of its own offset; nil when day or time is missing.
  package var moment: ClockTime? {
    guard isWhole, let date, let minuteOfDay else { return nil }
    return ClockTime(date, minuteOfDay: minuteOfDay, offsetMinutes: offsetMinutes ?? 0)
  }
}
