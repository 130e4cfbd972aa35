import Infusion

/// The day that a unit carries; the dates themselves are settled where administrations and runs are made.
enum DatesOfService {
  static let everyUnitIsDated = Rule("ALG-15", "Every unit carries a date of service.", evidence: "D")
  static let startDate = Rule(
    "DOS-01", "All units of one administration carry the date on which it began.", evidence: "S15 S46")
  static let eachGiving = Rule(
    "DOS-02", "A drug given several times is dated each time by its own start.", evidence: "S14")
  static let noNewInitial = Rule(
    "DOS-03", "The date never makes a new initial; an add-on on the next day keeps its parent.", evidence: "S14 S16")
  static let splitByDay = Rule(
    "DOS-05", "By choice, units are dated by the day in which they are earned.", evidence: "D")
  static let rules = [everyUnitIsDated, startDate, eachGiving, noNewInitial, splitByDay]

  /// Minutes of one administration that count towards units, as they stand at the end of a day.
  struct Portion {
    let date: CivilDate
    /// From the first drop to the end of this day.
    let minutesSoFar: Int
  }

  /// The days on which units of an administration are dated, in order: its first day alone, or by choice each day.
  ///
  /// Example: 23:00-00:31 earns its first hour on the first day; by choice its further hour (91 minutes) on the second.
  static func portions(of counted: IntervalSet, startingOn date: CivilDate, _ rule: Policy.DateRule) -> [Portion] {
    guard rule == .splitByDay, !counted.isEmpty else { return [Portion(date: date, minutesSoFar: counted.minutes)] }
    var minutesSoFar = 0
    var portions: [Portion] = []
    for piece in counted.intervals.flatMap(piecesByDay) {
      minutesSoFar += piece.minutes
      if portions.last?.date == piece.start.date { portions.removeLast() }
      portions.append(Portion(date: piece.start.date, minutesSoFar: minutesSoFar))
    }
    return portions
  }

  /// The rules by which units are dated that are earned over several days, where it is not the default.
  static func choice(_ policy: Policy, days: @autoclosure () -> [CivilDate]) -> [Rule] {
    policy.dateRule == .splitByDay && Set(days()).count > 1 ? [splitByDay] + policy.dateRule.cited : []
  }

  /// The interval, cut at each midnight of its own clock.
  static func piecesByDay(_ interval: Interval) -> [Interval] {
    var pieces: [Interval] = []
    var start = interval.start
    while start < interval.stop {
      let midnight = start.advanced(byMinutes: 1_440 - start.minuteOfDay)
      pieces.append(Interval(start, min(midnight, interval.stop)))
      start = min(midnight, interval.stop)
    }
    return pieces
  }

  /// Says of every service why it carries its date.
  static func explain(on sheet: inout Worksheet) {
    guard sheet.isExplaining else { return }
    let services = sheet.services
    for service in services {
      sheet.step(
        [everyUnitIsDated, startDate, eachGiving], rows: service.rows, "\(service.code) is dated \(service.serviceDate)"
      )
    }
    guard Set(services.map(\.serviceDate)).count > 1 else { return }
    sheet.step(
      [noNewInitial, Hierarchy.onePerEncounter], rows: services.flatMap(\.rows),
      "The encounter spans several dates and keeps its initial")
  }
}
