import Infusion

extension IntervalSet {
  /// "09:00-09:30, 09:40-10:10"; what begins or ends on another day than the first piece carries its date.
  var clock: String {
    var clock: [UInt8] = []
    addClock(to: &clock)
    return String(decoding: clock, as: UTF8.self)
  }

  func addClock(to text: inout [UInt8]) {
    for (place, interval) in intervals.enumerated() {
      if place > 0 { text += ", ".utf8 }
      Self.add(interval, after: intervals[0].start.date, to: &text)
    }
  }

  private static func add(_ interval: Interval, after firstDate: CivilDate, to text: inout [UInt8]) {
    let (startDate, stopDate) = (interval.start.date, interval.stop.date)
    if startDate != firstDate {
      startDate.write(to: &text)
      text += " ".utf8
    }
    interval.start.writeClock(to: &text)
    text += (startDate == stopDate ? "-" : " to ").utf8
    interval.stop.writeClock(to: &text)
    guard startDate != stopDate else { return }
    text += " on ".utf8
    stopDate.write(to: &text)
  }
}
