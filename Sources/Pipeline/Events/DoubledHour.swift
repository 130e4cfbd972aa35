import Infusion

/// Settles what times mean that the clocks showed twice on the night when they were put back (input IN-23).
///
/// A begin at 01:30 and an end at 01:10 are in order when the end is of the second round.
enum DoubledHour {
  /// Beyond so many doubtful times of one order every one is taken as of the first round.
  private static let mostDoubtful = 6

  /// The log by the readings that leave the fewest begins and ends alone; of those that leave as many, the one with the
  /// most times in the first round.
  static func log(of events: [MAREntry], intervals: [MAREntry]) -> OrderLog {
    let ordered = EventOrder.sorted(events)
    let first = log(ordered, intervals)
    let doubtful = ordered.indices.filter { ordered[$0].entry.tag.otherTime != nil }
    guard (1...mostDoubtful).contains(doubtful.count), first.unpairedRows > 0 else { return first }
    var best = first
    for choice in choices(among: doubtful) {
      var read = ordered.map(\.entry)
      for place in choice { read[place] = read[place].atOtherTime }
      let log = log(EventOrder.sorted(read), intervals)
      if log.unpairedRows < best.unpairedRows { best = log }
    }
    return best
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
