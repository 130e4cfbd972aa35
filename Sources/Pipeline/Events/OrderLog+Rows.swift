import Infusion

/// The rows that an order's events come to.
extension OrderLog {
  mutating func open(_ row: MARRow, start: ClockTime?) {
    var open = row
    // Until it is closed, a stop is the end that its documented length gives it.
    open.stop = start == nil ? nil : row.stop
    open.start = start
    open.furtherSources = waiting.filter { $0 != open.source }
    waiting = []
    rows.append(open)
    state = .running
    isRateSteady = true
  }

  /// Goes on with what was hung before: one container, of which the record gives volume and dose once.
  mutating func reopen(_ row: MARRow, at time: ClockTime) {
    let isFresh = !waiting.isEmpty
    guard let hung = container else {
      container = row
      return open(row, start: time)
    }
    var next = hung
    next.source = row.source
    next.site = row.site ?? hung.site
    next.rateMillilitersPerHour = row.rateMillilitersPerHour ?? hung.rateMillilitersPerHour
    next.volumeMilliliters = isFresh ? hung.volumeMilliliters : nil
    next.lastSeenRunning = nil
    next.stop = nil
    if !isFresh, let last = rows.indices.last {
      let bag = hung.bag ?? "entry \(hung.source.file):\(hung.source.row)"
      rows[last].bag = bag
      container?.bag = bag
      next.bag = bag
    }
    open(next, start: time)
  }

  mutating func see(_ row: MARRow, at time: ClockTime) {
    guard let last = rows.indices.last else { return }
    rows[last].lastSeenRunning = max(rows[last].lastSeenRunning ?? time, time)
    complete(last, from: row)
  }

  mutating func close(_ row: MARRow, at time: ClockTime) {
    guard let last = rows.indices.last else { return }
    rows[last].stop = time
    complete(last, from: row)
  }

  /// A new bag ends the one before, unless that had run empty long before by its own documented length.
  mutating func closeByNext(at time: ClockTime) {
    guard let last = rows.indices.last else { return }
    let open = rows[last]
    if let planned = open.stop, planned < time { return }
    rows[last].stop = isEmptied(open, before: time) ? nil : time
  }

  /// Whether volume and rate say that the bag ran out more than a moment before, and nothing says that it did not.
  private func isEmptied(_ open: MARRow, before time: ClockTime) -> Bool {
    guard let start = open.start, isRateSteady, let volume = open.volumeMilliliters,
      let rate = open.rateMillilitersPerHour, let minutes = volume.wholeQuotient(times: 60, dividedBy: rate)
    else { return false }
    let empty = start.advanced(byMinutes: min(minutes, 1 << 20))
    return empty < time && (open.lastSeenRunning ?? start) <= empty
  }

  mutating func appendUnbegun(_ row: MARRow, stop: ClockTime) {
    var unbegun = row
    // The length that an end names tells its start.
    if let start = row.start, let end = row.stop, end > start {
      unbegun.start = stop.advanced(byMinutes: -end.minutes(since: start))
    } else {
      unbegun.start = nil
      rowsWithoutBegin += 1
    }
    unbegun.stop = stop
    rows.append(unbegun)
    container = row
  }

  func plannedStop(of open: MARRow) -> ClockTime? {
    guard let planned = open.stop else { return nil }
    return (open.lastSeenRunning ?? planned) > planned ? nil : planned
  }

  /// An entry that changes nothing belongs to what it speaks of.
  mutating func absorb(_ row: MARRow) {
    guard let last = rows.indices.last, waiting.isEmpty else { return waiting.append(row.source) }
    rows[last].furtherSources.append(row.source)
  }

  /// Fills in what the entry that began it leaves open.
  private mutating func complete(_ place: Int, from row: MARRow) {
    rows[place].furtherSources.append(row.source)
    // What is doubtful about the time of one entry is doubtful about the row.
    rows[place].facts.formUnion(row.facts.intersection([.clockSkipped, .clockTwice]))
    rows[place].dose = rows[place].dose ?? row.dose
    rows[place].opened = rows[place].opened ?? row.opened
    rows[place].isSingleDose = rows[place].isSingleDose ?? row.isSingleDose
    rows[place].volumeMilliliters = rows[place].volumeMilliliters ?? row.volumeMilliliters
    rows[place].site = rows[place].site ?? row.site
    rows[place].hcpcs = rows[place].hcpcs ?? row.hcpcs
    guard let rate = row.rateMillilitersPerHour, rate > .zero else { return }
    let before = rows[place].rateMillilitersPerHour ?? rate
    // Volume by one of several rates would tell nothing.
    isRateSteady = isRateSteady && before == rate
    rows[place].rateMillilitersPerHour = isRateSteady ? rate : nil
  }

  /// What is begun and ended runs as an infusion, where nobody wrote down how; under the skin only what was seen to last.
  mutating func settleTechnique(of place: Int) {
    let row = rows[place]
    guard row.technique == .unknown, state != .idle || row.stop != nil || row.lastSeenRunning != nil else { return }
    switch row.route {
    case .intravenous, .intraosseous, .intraArterial: rows[place].technique = .infusion
    case .subcutaneous where row.stop != nil || row.lastSeenRunning != nil:
      rows[place].technique = .subcutaneousInfusion
    default: break
    }
  }

  func place(of time: ClockTime) -> Int? {
    intervals.firstIndex { entry in entry.interval.map { $0.start <= time && time <= $0.stop } ?? false }
  }

  mutating func addPause(to place: Int, from: ClockTime, until: ClockTime?) {
    pausedInterval = nil
    guard let stop = intervals[place].row.stop else { return }
    let end = min(until ?? stop, stop)
    if from < end { intervals[place].row.pauses.append(Interval(from, end)) }
  }
}
