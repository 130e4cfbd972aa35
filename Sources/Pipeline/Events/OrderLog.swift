import CodeTables
import Infusion

/// Makes rows of the events of one order (input IN-31, IN-32).
///
/// It takes events in order of time. What was begun and not ended has no stop; what was ended and not begun, no start.
struct OrderLog {
  enum State {
    case idle, running, paused
  }

  /// Rows so far, in order of time.
  ///
  /// While `state` is running, the last one is open.
  var rows: [MARRow] = []
  /// How many of them nobody began.
  var rowsWithoutBegin = 0
  /// Rows of the same order that hold start and stop themselves; events within them tell more of them.
  var intervals: [MAREntry]
  var state = State.idle
  /// What was hung, for a resume; nil before anything was.
  var container: MARRow?
  /// Entries that began something with the pump standing still.
  var waiting: [SourceRow] = []
  var pausedInterval: (place: Int, from: ClockTime)?
  var isRateSteady = true

  init(intervals: [MAREntry]) {
    self.intervals = intervals
  }

  mutating func take(_ entry: MAREntry, at time: ClockTime) {
    let row = entry.row
    switch entry.tag.meaning {
    case .begin where entry.tag.rate == EventTag.Rate.none: hang(row, at: time)
    case .begin: begin(row, at: time)
    case .resume: resume(row, at: time)
    case .running where entry.tag.rate == EventTag.Rate.none: pause(row, at: time)
    case .running: goOn(entry, at: time)
    case .pause: pause(row, at: time)
    case .end: end(row, at: time)
    case .completed where state == .idle && container == nil && place(of: time) == nil: rows.append(row)
    case .completed: end(row, at: time)
    case .given, .neverGiven, .void: preconditionFailure("only events of an infusion are put together")
    }
  }

  /// Leaves what still runs without a stop, unless its length was written down.
  mutating func finish() {
    if let paused = pausedInterval { addPause(to: paused.place, from: paused.from, until: nil) }
    if state == .running, let open = rows.last { rows[rows.count - 1].stop = plannedStop(of: open) }
    for place in rows.indices { settleTechnique(of: place) }
    if let last = rows.indices.last {
      rows[last].furtherSources += waiting
      waiting = []
    }
    guard !waiting.isEmpty, var unused = container else { return }
    // Hung and never let run.
    unused.isGiven = false
    unused.furtherSources = waiting.filter { $0 != unused.source }
    rows.append(unused)
  }

  // MARK: Begin and end

  private mutating func begin(_ row: MARRow, at time: ClockTime) {
    if state == .running { closeByNext(at: time) }
    container = row
    open(row, start: time)
  }

  private mutating func hang(_ row: MARRow, at time: ClockTime) {
    if state == .running { closeByNext(at: time) }
    container = row
    waiting.append(row.source)
    state = .paused
  }

  private mutating func resume(_ row: MARRow, at time: ClockTime) {
    if let paused = pausedInterval {
      addPause(to: paused.place, from: paused.from, until: time)
      intervals[paused.place].row.furtherSources.append(row.source)
    } else if state == .running {
      see(row, at: time)
    } else if state == .idle, let place = place(of: time) {
      intervals[place].row.furtherSources.append(row.source)
    } else {
      reopen(row, at: time)
    }
  }

  private mutating func goOn(_ entry: MAREntry, at time: ClockTime) {
    switch state {
    case .running: see(entry.row, at: time)
    case .paused where entry.tag.rate == .some: reopen(entry.row, at: time)
    case .paused: absorb(entry.row)
    case .idle where pausedInterval != nil && entry.tag.rate == .some: resume(entry.row, at: time)
    case .idle:
      if let place = place(of: time) {
        intervals[place].row.furtherSources.append(entry.row.source)
      } else {
        open(entry.row, start: nil)
        rows[rows.count - 1].due = rows[rows.count - 1].due ?? time
        rows[rows.count - 1].lastSeenRunning = time
        container = entry.row
        rowsWithoutBegin += 1
      }
    }
  }

  private mutating func pause(_ row: MARRow, at time: ClockTime) {
    if state == .idle, pausedInterval == nil, let place = place(of: time) {
      pausedInterval = (place, time)
      intervals[place].row.furtherSources.append(row.source)
    } else {
      stop(row, at: time)
      if pausedInterval == nil { state = .paused }
    }
  }

  private mutating func end(_ row: MARRow, at time: ClockTime) {
    stop(row, at: time)
    state = .idle
  }

  private mutating func stop(_ row: MARRow, at time: ClockTime) {
    switch state {
    case .running: close(row, at: time)
    case .paused: absorb(row)
    case .idle:
      if let place = pausedInterval?.place ?? place(of: time) {
        intervals[place].row.furtherSources.append(row.source)
      } else if rows.last?.stop == time {
        absorb(row)
      } else {
        appendUnbegun(row, stop: time)
      }
    }
  }
}
