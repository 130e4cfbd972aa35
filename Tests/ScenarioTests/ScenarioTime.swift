import Infusion

/// Times and dates as scenarios write them.
enum ScenarioTime {
  /// `09:00` (the scenario's day), `+1 02:00` or `+1T02:00` (a day later), `2026-01-06 02:00`; an offset such as
  /// `-05:00` may follow the clock.
  static func time(_ text: Substring, on date: CivilDate) throws(ScenarioError.Problem) -> ClockTime {
    let parts = text.split { $0 == " " || $0 == "T" }
    guard let clock = parts.last, parts.count <= 2 else { throw .badValue(field: "time", value: String(text)) }
    let day = parts.count == 2 ? try Self.date(parts[0], relativeTo: date) : date
    let offsetSign = clock.lastIndex { $0 == "+" || $0 == "-" }
    guard let minute = minuteOfDay(clock[..<(offsetSign ?? clock.endIndex)]) else {
      throw .badValue(field: "time", value: String(text))
    }
    guard let offsetSign else { return ClockTime(day, minuteOfDay: minute) }
    guard let offset = minuteOfDay(clock[clock.index(after: offsetSign)...]) else {
      throw .badValue(field: "time", value: String(text))
    }
    return ClockTime(day, minuteOfDay: minute, offsetMinutes: clock[offsetSign] == "-" ? -offset : offset)
  }

  /// `2026-01-05`, `+1`, or nothing for the scenario's own day.
  static func date(_ text: Substring, relativeTo date: CivilDate) throws(ScenarioError.Problem) -> CivilDate {
    if text.isEmpty { return date }
    if text.hasPrefix("+"), let days = Int32(text.dropFirst()) {
      return CivilDate(daysSince1970: date.daysSince1970 + days)
    }
    let fields = text.split(separator: "-").compactMap { Int($0) }
    guard fields.count == 3, let day = CivilDate(year: fields[0], month: fields[1], day: fields[2]) else {
      throw .badValue(field: "date", value: String(text))
    }
    return day
  }

  /// `09:10-09:20`, several apart by commas.
  static func intervals(_ text: Substring, on date: CivilDate) throws(ScenarioError.Problem) -> [Interval] {
    var intervals: [Interval] = []
    for piece in text.split(separator: ",") {
      let ends = piece.split(separator: "-")
      guard ends.count == 2 else { throw .badValue(field: "interval", value: String(piece)) }
      let start = try time(ends[0], on: date)
      let stop = try time(ends[1], on: date)
      guard start <= stop else { throw .badValue(field: "interval", value: String(piece)) }
      intervals.append(Interval(start, stop))
    }
    return intervals
  }

  private static func minuteOfDay(_ text: Substring) -> Int? {
    let fields = text.split(separator: ":").compactMap { Int($0) }
    guard fields.count == 2, (0..<24).contains(fields[0]), (0..<60).contains(fields[1]) else { return nil }
    return fields[0] * 60 + fields[1]
  }
}
