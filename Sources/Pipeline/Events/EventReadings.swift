import Infusion

/// Settles what times of events mean that mean two moments: those that the clocks showed twice on the night when they
/// were put back (input IN-23), and those without a day of their own, which may be of the day after (input IN-24).
///
/// A begin at 01:30 and an end at 01:10 are in order when the end is of the second round; a begin at 23:30 and an end at
/// 00:45 when it is of the next day.
enum EventReadings {
  /// Beyond so many times of one order that the clocks showed twice, every one is taken as of the first round.
  private static let mostShownTwice = 6
  /// Beyond so many events of one order without a day, all are of the day that is named.
  private static let mostWithoutDay = 100

  /// The log by the readings that leave the fewest begins and ends alone; of those that leave as many, the one that
  /// takes the most times as they stand.
  static func log(of events: [MAREntry], intervals: [MAREntry]) -> OrderLog {
    let ordered = EventOrder.sorted(events)
    let first = log(ordered, intervals)
    guard first.unpairedRows > 0 else { return first }
    var best = first
    for reading in readings(of: ordered.map(\.entry)) {
      let log = log(EventOrder.sorted(reading), intervals)
      if log.unpairedRows < best.unpairedRows { best = log }
    }
    return best
  }

  /// Other readings of events in order of time.
  private static func readings(of events: [MAREntry]) -> [[MAREntry]] {
    let shownTwice = events.indices.filter { events[$0].tag.secondRound != nil }
    var readings: [[MAREntry]] = []
    if (1...mostShownTwice).contains(shownTwice.count) {
      readings = choices(among: shownTwice).map { taking(\.secondRound, at: $0, of: events) }
    }
    let withoutDay = events.prefix { $0.tag.nextDay != nil }.count
    if (1...mostWithoutDay).contains(withoutDay) {
      readings += (1...withoutDay).map { taking(\.nextDay, at: Array(0..<$0), of: events) }
    }
    return readings
  }

  private static func taking(
    _ reading: KeyPath<EventTag, ClockTime?>, at places: [Int], of events: [MAREntry]
  ) -> [MAREntry] {
    var events = events
    for place in places { events[place].move(to: events[place].tag[keyPath: reading]) }
    return events
  }

  /// Every choice of some of the places, the small ones first.
  private static func choices(among places: [Int]) -> [[Int]] {
    let choices = 1..<(1 << places.count)
    return choices.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
      .map { bits in places.indices.filter { bits >> $0 & 1 == 1 }.map { places[$0] } }
  }

  private static func log(_ events: [(entry: MAREntry, time: ClockTime)], _ intervals: [MAREntry]) -> OrderLog {
    var log = OrderLog(intervals: intervals)
    for (entry, time) in events { log.take(entry, at: time) }
    log.finish()
    return log
  }
}

extension OrderLog {
  /// How many rows lack a start or a stop.
  fileprivate var unpairedRows: Int { rows.count { $0.start == nil || $0.stop == nil } }
}

extension MAREntry {
  /// Gives an event, which has one time, another one.
  fileprivate mutating func move(to time: ClockTime?) {
    if row.start != nil { row.start = time } else { row.stop = time }
  }
}
