import CodeTables
import Infusion

/// The order in which the events of one order of the physician are taken: by time, ties in file order (input IN-30).
///
/// Logs come newest first too, and seconds are cut off: within a minute, what ends goes before what begins where the
/// infusion goes on afterwards, and an end that would find nothing to end waits for the begin of its minute.
enum EventOrder {
  static func sorted(_ events: [MAREntry]) -> [(entry: MAREntry, time: ClockTime)] {
    var timed = events.compactMap { entry in entry.time.map { (entry: entry, time: $0) } }
    timed.sort { ($0.time, $0.entry.row.source) < ($1.time, $1.entry.row.source) }
    var start = 0
    var isRunning = false
    while start < timed.count {
      let end = timed[start...].firstIndex { $0.time != timed[start].time } ?? timed.count
      if end - start > 1 {
        let goesOn = end < timed.count && timed[end].entry.tag.meaning.needsRunning
        let minute = timed[start..<end].map(\.entry)
        for (place, entry) in zip(start..., ordered(minute, isRunning: isRunning, goesOn: goesOn)) {
          timed[place].entry = entry
        }
      }
      for entry in timed[start..<end].map(\.entry.tag) { isRunning = entry.leavesRunning ?? isRunning }
      start = end
    }
    return timed
  }

  private static func ordered(_ minute: [MAREntry], isRunning: Bool, goesOn: Bool) -> [MAREntry] {
    // A check speaks of what runs: of the old bag while there is one, else of the new one. A rate beside a rate of 0 is
    // no check: the pump stood still and went on.
    let isStill = minute.contains { $0.tag.meaning == .running && $0.tag.rate == EventTag.Rate.none }
    let checks = minute.filter { $0.tag.isCheck && !(isStill && $0.tag.rate == .some) }
    let changes = minute.filter { !$0.tag.isCheck || (isStill && $0.tag.rate == .some) }
    let stops = changes.filter { $0.tag.leavesRunning == false }
    let starts = changes.filter { $0.tag.leavesRunning == true }
    if isRunning { return checks + (goesOn ? stops + starts : changes) }
    return goesOn ? stops + starts + checks : starts + checks + stops
  }
}

extension ActionWord {
  /// Whether the entry speaks of an infusion that runs already.
  fileprivate var needsRunning: Bool {
    switch self {
    case .running, .pause, .end, .completed: true
    case .begin, .resume, .given, .neverGiven, .void: false
    }
  }
}

extension EventTag {
  /// Whether the entry finds the infusion running and leaves it so.
  fileprivate var isCheck: Bool { meaning == .running && rate != Rate.none }

  /// Whether the infusion runs after the entry; nil where that stays as it was.
  fileprivate var leavesRunning: Bool? {
    switch meaning {
    case .begin, .resume: rate != Rate.none
    case .running: rate.map { $0 == .some }
    case .pause, .end, .completed: false
    case .given, .neverGiven, .void: nil
    }
  }
}
