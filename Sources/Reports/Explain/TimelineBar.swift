import Infusion

/// How one row of the record is drawn.
struct TimelineBar {
  let row: MARRow
  /// Codes that rest on it, written beside its bar; may be empty.
  var codes = ""
  /// Minutes of fluids that earned units.
  var counted = IntervalSet()

  /// What a chart can show of a row.
  enum Shape: String, CaseIterable {
    case infusion = "█"
    case fluid = "░"
    case countedFluid = "▒"
    case mark = "▲"
    case openEnd = "?"
    case runningOn = "→"

    var meaning: String {
      switch self {
      case .infusion: "infusion"
      case .fluid: "fluids"
      case .countedFluid: "fluids, minutes that count"
      case .mark: "push or injection"
      case .openEnd: "no stop documented"
      case .runningOn: "runs on after the visit"
      }
    }
  }

  /// What it shows; empty for a row without a time.
  var shapes: Set<Shape> {
    guard row.start ?? row.stop != nil else { return [] }
    if isMark { return [.mark] }
    if isOpen { return [body, .openEnd] }
    let plain = running.subtracting(counted)
    let bodies = [plain.isEmpty && !counted.isEmpty ? nil : body, counted.isEmpty ? nil : Shape.countedFluid]
    return Set((bodies + [runsOn ? .runningOn : nil]).compactMap(\.self))
  }

  /// The moments that the scale has to cover: of a pump that the patient takes home little more than its start, since its
  /// days would leave no room for the hours of the visit.
  var times: [ClockTime] {
    guard runsOn, let start = row.start else { return [row.start, row.stop].compactMap(\.self) }
    return [start, start.advanced(byMinutes: Self.shownOfPump)]
  }

  /// Minutes of a pump that are enough to see it.
  private static let shownOfPump = 15

  /// Whether it goes on when the visit is over, so that the chart does not show its end.
  var runsOn: Bool { row.technique == .longPump && !isMark && !isOpen }

  /// Its bar or mark with its codes where there is room; exactly as many columns as the scale has.
  func drawn(on scale: TimeScale?) -> String {
    guard let scale else { return "" }
    var cells = [Character](repeating: " ", count: scale.columns)
    if let moment = row.start ?? row.stop {
      let column = scale.column(of: moment)
      if isMark {
        cells[column] = Self.character(.mark)
      } else if isOpen {
        cells[column] = Self.character(body)
        cells[min(column + 1, scale.columns - 1)] = Self.character(.openEnd)
      } else {
        fill(running, with: body, on: scale, &cells)
        fill(counted, with: .countedFluid, on: scale, &cells)
        if runsOn { cells[scale.columns - 1] = Self.character(.runningOn) }
      }
    }
    write(codes, into: &cells)
    return String(cells)
  }

  private func fill(_ minutes: IntervalSet, with shape: Shape, on scale: TimeScale, _ cells: inout [Character]) {
    for interval in minutes.intervals {
      for column in scale.columns(of: interval) { cells[column] = Self.character(shape) }
    }
  }

  /// Puts a text behind the bar, else before it, else on it; leaves it out where it fits nowhere.
  private func write(_ text: String, into cells: inout [Character]) {
    guard !text.isEmpty, let first = cells.firstIndex(where: { $0 != " " }),
      let last = cells.lastIndex(where: { $0 != " " })
    else { return }
    let room = text.count + 1
    let place: Int
    if last + room < cells.count {
      place = last + 2
    } else if first >= room {
      place = first - room
    } else if last - first > text.count + 2 {
      place = first + 2
    } else {
      return
    }
    cells.replaceSubrange(place..<(place + text.count), with: text)
  }

  /// `09:00-10:31`; `+1` counts midnights between, `?` stands for a time that is not documented.
  var clock: String {
    switch (row.start, row.stop) {
    case (nil, nil): return "no time"
    case (let start?, nil): return isMark ? start.clock : "\(start.clock)-?"
    case (nil, let stop?): return isMark ? stop.clock : "?-\(stop.clock)"
    case (let start?, let stop?):
      let nights = stop.date.daysSince1970 - start.date.daysSince1970
      return "\(start.clock)-\(stop.clock)" + (nights > 0 ? "+\(nights)" : "")
    }
  }

  /// `91 min`, pauses taken off; whole hours past 9,999 minutes; empty when no length is documented.
  var length: String {
    let minutes = row.start != nil && row.stop != nil ? running.minutes : row.pushMinutes
    return minutes.map { $0 > 9_999 ? "\($0 / 60) h" : "\($0) min" } ?? ""
  }

  private var body: Shape { row.drugClass == .hydration ? .fluid : .infusion }

  var isMark: Bool {
    switch row.technique {
    case .push, .injection, .pumpRefill, .onBodyInjector: true
    case .unknown, .longPump: row.stop == nil || row.start == nil
    case .infusion, .subcutaneousInfusion: false
    }
  }

  /// Whether a bar cannot be drawn from start to stop.
  var isOpen: Bool {
    guard let start = row.start, let stop = row.stop else { return true }
    return stop <= start
  }

  /// From start to stop, pauses taken off; empty when either is not documented.
  var running: IntervalSet {
    guard let start = row.start, let stop = row.stop, start <= stop else { return IntervalSet() }
    return IntervalSet([Interval(start, stop)]).subtracting(IntervalSet(row.pauses))
  }

  private static func character(_ shape: Shape) -> Character { Character(shape.rawValue) }
}
