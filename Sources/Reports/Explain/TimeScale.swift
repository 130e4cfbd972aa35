import Infusion

/// A stretch of time laid over the columns of a chart, with marks at round times.
struct TimeScale {
  let start: ClockTime
  let stop: ClockTime
  let columns: Int
  /// Between marks: a part of a day, or whole days.
  let stepMinutes: Int

  /// The finest scale over all `times` whose marks leave room for their labels; nil without times.
  ///
  /// - Parameter labelRoom: columns that a label and the space behind it take up.
  init?(covering times: [ClockTime], columns: Int, labelRoom: Int = 7) {
    guard let first = times.min(), let last = times.max() else { return nil }
    var steps = [15, 30, 60, 120, 180, 240, 360, 720, 1_440][...]
    var step = steps.removeFirst()
    while true {
      let start = first.advanced(byMinutes: -(first.minuteOfDay % min(step, 1_440)))
      let count = max(1, (last.minutes(since: start) + step - 1) / step)
      if columns / count >= labelRoom {
        self.start = start
        stop = start.advanced(byMinutes: count * step)
        self.columns = columns
        stepMinutes = step
        return
      }
      step = steps.popFirst() ?? step * 2
    }
  }

  /// The column of a moment, 0..<columns; moments outside fall on the nearest edge.
  func column(of time: ClockTime) -> Int {
    min(max(0, time.minutes(since: start) * columns / stop.minutes(since: start)), columns - 1)
  }

  /// The columns that an interval takes up, at least one.
  func columns(of interval: Interval) -> ClosedRange<Int> {
    let from = column(of: interval.start)
    let last = interval.isEmpty ? interval.start : interval.stop.advanced(byMinutes: -1)
    return from...max(from, column(of: last))
  }

  /// Clock times over the chart; midnight shows its date.
  var labels: String {
    var text = ""
    for mark in marks {
      text += String(repeating: " ", count: max(0, column(of: mark) - text.columns)) + label(of: mark)
    }
    return text
  }

  /// The line under the labels.
  var ruler: String {
    let places = Set(marks.map(column))
    return String((0..<columns).map { places.contains($0) ? "┬" : "─" })
  }

  /// The round times over the chart, the first at its left edge.
  var marks: [ClockTime] {
    (0..<(stop.minutes(since: start) / stepMinutes)).map { start.advanced(byMinutes: $0 * stepMinutes) }
  }

  func label(of mark: ClockTime) -> String {
    let isMidnight = mark.minuteOfDay == 0 && (mark != start || stepMinutes >= 1_440)
    return isMidnight ? String(mark.date.description.suffix(5)) : mark.clock
  }
}
