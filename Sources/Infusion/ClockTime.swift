/// A moment, truncated to the minute (coding-rules ALG-02), with the clock that showed it.
///
/// Shape: minutes since 1970-01-01T00:00 of absolute time, and the offset of the local clock from it in minutes east.
/// A time written without an offset has offset 0: arithmetic is then wall-clock arithmetic.
/// Two times are equal when they are the same moment, whatever clock showed them.
@usableFromInline package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  @usableFromInline package let absoluteMinutes: Int32
  @usableFromInline package let offsetMinutes: Int16

  package init(absoluteMinutes: Int32, offsetMinutes: Int16 = 0) {
    self.absoluteMinutes = absoluteMinutes
    self.offsetMinutes = offsetMinutes
  }

  /// The moment at which a local clock, `offsetMinutes` east of absolute time, showed this date and minute of day.
  package init(_ date: CivilDate, minuteOfDay: Int, offsetMinutes: Int = 0) {
    let minutes = Int(date.daysSince1970) * 1_440 + minuteOfDay - offsetMinutes
    self.init(absoluteMinutes: Int32(minutes), offsetMinutes: Int16(offsetMinutes))
  }

  @inlinable package static func == (left: ClockTime, right: ClockTime) -> Bool {
    left.absoluteMinutes == right.absoluteMinutes
  }
  @inlinable package static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.absoluteMinutes < right.absoluteMinutes
  }
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(absoluteMinutes) }

  /// The day on the local clock: the date of service of what began then.
  package var date: CivilDate {
    CivilDate(daysSince1970: Int32((localMinutes - minuteOfDay) / 1_440))
  }

  /// Minutes since local midnight, 0..<1440.
  package var minuteOfDay: Int {
    let remainder = localMinutes % 1_440
    return remainder < 0 ? remainder + 1_440 : remainder
  }

  package func advanced(byMinutes minutes: Int) -> ClockTime {
    ClockTime(absoluteMinutes: absoluteMinutes + Int32(minutes), offsetMinutes: offsetMinutes)
  }

  /// Elapsed minutes from `earlier` to this moment; negative when `earlier` is later.
  @inlinable package func minutes(since earlier: ClockTime) -> Int {
    Int(absoluteMinutes) - Int(earlier.absoluteMinutes)
  }

  /// The local clock, `09:05`.
  package var clock: String { twoDigits(minuteOfDay / 60) + ":" + twoDigits(minuteOfDay % 60) }

  /// Appends the local clock.
  package func writeClock(to utf8: inout [UInt8]) {
    let minute = minuteOfDay
    utf8.appendTwoDigits(minute / 60)
    utf8.append(UInt8(ascii: ":"))
    utf8.appendTwoDigits(minute % 60)
  }

  /// The local date and clock, `2026-01-05 09:05`.
  @usableFromInline package var description: String { date.description + " " + clock }

  private var localMinutes: Int { Int(absoluteMinutes) + Int(offsetMinutes) }
}
