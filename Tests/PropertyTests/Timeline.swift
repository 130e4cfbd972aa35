import Coding
import Infusion

/// What ran when, read from the rows without the engine: the properties of minutes rest on it.
///
/// It reads rows one by one and knows nothing of administrations. Rows that it could only read as the engine does
/// (see `isPlain`) it refuses.
struct Timeline {
  let encounter: Encounter
  let thresholds: Thresholds

  init(_ tried: Case) {
    encounter = tried.encounter
    thresholds = tried.year.thresholds
  }

  /// Moments, one for each minute that counts.
  typealias Minutes = Set<Int32>

  /// Start and stop as far as they can be known, and the pauses between them.
  struct Run {
    var start: ClockTime
    var stop: ClockTime
    var pauses: [Interval]

    var minutes: Minutes {
      var minutes = Minutes(start.absoluteMinutes..<max(start, stop).absoluteMinutes)
      for pause in pauses { minutes.subtract(pause.start.absoluteMinutes..<pause.stop.absoluteMinutes) }
      return minutes
    }
  }

  // MARK: Rows

  func isInfusion(_ row: MARRow) -> Bool {
    switch (row.route, row.technique) {
    case (.intravenous, .infusion), (.intraosseous, .infusion), (.intraArterial, .infusion): true
    case (.intravenous, .subcutaneousInfusion), (.intraosseous, .subcutaneousInfusion): true
    case (.intraArterial, .subcutaneousInfusion): true
    case (.subcutaneous, .infusion), (.subcutaneous, .subcutaneousInfusion): true
    case (.intravenous, .unknown), (.intraosseous, .unknown), (.intraArterial, .unknown): isUnknownInfusion(row)
    default: false
    }
  }

  /// Coding-rules ALG-06.
  private func isUnknownInfusion(_ row: MARRow) -> Bool {
    let inside = cut(row.start, row.stop)
    if let start = inside.0, let stop = inside.1 { return stop.minutes(since: start) > thresholds.longestPush }
    return row.rateMillilitersPerHour != nil
      || row.volumeMilliliters.map { $0 >= thresholds.infusionMilliliters } ?? false
  }

  /// Whether the row counts at all (coding-rules ALG-01, ALG-03).
  func counts(_ row: MARRow) -> Bool {
    row.isGiven && ![.imaging, .sedation, .vaccine].contains(row.drugClass)
      && row.facts.isDisjoint(with: [.flush, .portFlush, .keepOpen, .vehicle, .procedureIntegral, .protocolIntegral])
      && !isKeepOpen(row) && !(row.family == .selfAdministered && row.route == .subcutaneous)
  }

  private func isKeepOpen(_ row: MARRow) -> Bool {
    guard row.drugClass == .hydration, let rate = row.rateMillilitersPerHour else { return false }
    return rate <= thresholds.keepOpenMillilitersPerHour
  }

  /// When an infusion ran, inside the encounter (coding-rules ALG-02, TIME-08, TIME-11); nil when that is not known.
  func run(of row: MARRow) -> Run? {
    var (start, stop) = ordered(row)
    var pauses = row.pauses
    let reckoned = row.volumeMilliliters.flatMap { volume in
      row.rateMillilitersPerHour.flatMap { volume.wholeQuotient(times: 60, dividedBy: $0) }
    }
    if start == nil || stop == nil, let reckoned {
      (start, stop) = (start ?? stop?.advanced(byMinutes: -reckoned), stop ?? start?.advanced(byMinutes: reckoned))
      pauses = []
    }
    if let begin = start, stop == nil, let seen = row.lastSeenRunning, seen > begin { stop = seen }
    guard let start, let stop else { return nil }
    let inside = cut(start, stop)
    guard let from = inside.0, let to = inside.1, from <= to else { return nil }
    return Run(start: from, stop: to, pauses: pauses)
  }

  private func ordered(_ row: MARRow) -> (ClockTime?, ClockTime?) {
    guard let start = row.start, let stop = row.stop, stop < start else { return (row.start, row.stop) }
    return (start, nil)
  }

  /// Cut to arrival and departure, where these are in order.
  private func cut(_ start: ClockTime?, _ stop: ClockTime?) -> (ClockTime?, ClockTime?) {
    var (start, stop) = (start, stop)
    if let begin = start, let end = stop, end < begin { stop = nil }
    if let arrival = encounter.arrival, let departure = encounter.departure, departure < arrival {
      return (start, stop)
    }
    if let arrival = encounter.arrival { start = start.map { max($0, arrival) } }
    if let departure = encounter.departure { stop = stop.map { min($0, departure) } }
    return (start, stop)
  }
}
