import Infusion

/// The clocks that showed the times of one file (input IN-23).
package struct FileClocks: Sendable {
  /// How the times of a file stand to absolute time.
  package enum Offsets: Sendable {
    /// No time was seen.
    case unknown
    /// Written without an offset: by the clock on the wall.
    case absent
    /// Written in absolute time, `Z` or `+00:00`: the clock on the wall is not known.
    case zero
    case written

    init(of minutes: Int?) {
      self = minutes.map { $0 == 0 ? .zero : .written } ?? .absent
    }
  }

  package let offsets: Offsets
  private let zone: ClockZone?
  /// Whether the days are those on which something was given, and not shifted to hide them.
  private let hasTrueDays: Bool

  init(settings: FileSettings, offsets: Offsets?) {
    self.offsets = offsets ?? .unknown
    zone = settings.timeZone
    hasTrueDays = !settings.allowsAnyYear && settings.minutesSince == nil
  }

  /// Whether the time can be compared with the others of the file.
  func accepts(_ time: TimeText) -> Bool {
    if zone != nil || offsets == .unknown { return true }
    return (time.offsetMinutes == nil) == (offsets == .absent)
  }

  /// The moment of a whole time; nil when day or minute is missing.
  func reading(of time: TimeText) -> ClockReading? {
    guard let date = time.date, let minute = time.minuteOfDay else { return nil }
    if let offset = time.offsetMinutes { return ClockReading(moment: shown(date, minute, offset)) }
    guard let zone else { return ClockReading(moment: ClockTime(date, minuteOfDay: minute)) }
    switch zone.reading(localMinutes: Int(date.daysSince1970) * 1_440 + minute) {
    case .once(let offset):
      return ClockReading(moment: ClockTime(date, minuteOfDay: minute, offsetMinutes: offset))
    case .skipped(let taken, let other):
      return ClockReading(date, minute, taken: taken, other: other, .clockSkipped)
    case .twice(let taken, let other):
      return ClockReading(date, minute, taken: taken, other: other, .clockTwice)
    }
  }

  /// The day on the clocks of the zone; a midnight is how programs write a day and is no moment.
  func day(of time: TimeText) -> CivilDate? {
    guard let date = time.date, let minute = time.minuteOfDay, minute > 0, let offset = time.offsetMinutes else {
      return time.date
    }
    return shown(date, minute, offset).date
  }

  /// Whether the place of the clocks is known: times with an offset are then shown as by them.
  var haveZone: Bool { zone != nil }

  /// Whether times are by the clock on the wall of a place whose zone is not known.
  var areUnknown: Bool { zone == nil && offsets != .written && offsets != .zero && hasTrueDays }

  /// Whether an interval by unknown clocks may be an hour longer or shorter than it looks: those in the United States
  /// changed in between.
  static func mayChange(from start: ClockTime, to stop: ClockTime) -> Bool {
    let (first, last) = (Int(start.absoluteMinutes), Int(stop.absoluteMinutes))
    guard start < stop, let usual, !usual.isSteady(fromLocal: first, toLocal: last) else { return false }
    guard case .once(let before) = usual.reading(localMinutes: first),
      case .once(let after) = usual.reading(localMinutes: last)
    else { return true }
    return before != after
  }

  /// A moment with a written offset, on the clocks of the zone where it is known.
  private func shown(_ date: CivilDate, _ minute: Int, _ offset: Int) -> ClockTime {
    let moment = ClockTime(date, minuteOfDay: minute, offsetMinutes: offset)
    guard let zone else { return moment }
    return ClockTime(
      absoluteMinutes: moment.absoluteMinutes, offsetMinutes: Int16(zone.offset(at: moment.absoluteMinutes)))
  }

  /// Nearly all clocks of the United States change at two on the same nights.
  private static let usual = ClockZone(named: "America/New_York")
}

extension ClockReading {
  fileprivate init(_ date: CivilDate, _ minute: Int, taken: Int, other: Int, _ fact: RowFacts) {
    moment = ClockTime(date, minuteOfDay: minute, offsetMinutes: taken)
    self.other = ClockTime(date, minuteOfDay: minute, offsetMinutes: other)
    facts = fact
  }
}
