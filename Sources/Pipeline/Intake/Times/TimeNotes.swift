/// What the files of a run show of their clocks and calendars, taken together.
struct TimeNotes {
  /// The first file in which month and day are a guess, and the first whose dates come day first.
  private var assumedMonthFirst: String?
  private var shownDayFirst: String?
  /// The first medication record with each kind of time.
  private var withOffset: String?
  private var withoutOffset: String?
  private(set) var isInAbsoluteTime = false
  private let hasZone: Bool

  init(hasZone: Bool) {
    self.hasZone = hasZone
  }

  /// Takes note of a file that is about to be read.
  ///
  /// - Throws: `mixedDateOrders`, `mixedOffsets`, where two files cannot be read as one stream (input IN-22, IN-23).
  mutating func note(_ times: TimeColumns, isRecord: Bool, file: String) throws(IntakeError) {
    switch times.dateOrder {
    case .assumed: assumedMonthFirst = assumedMonthFirst ?? file
    case .shown(.dayMonth): shownDayFirst = shownDayFirst ?? file
    case .settled, .shown(.monthDay): break
    }
    if let assumedMonthFirst, let shownDayFirst {
      throw .mixedDateOrders(file: assumedMonthFirst, other: shownDayFirst)
    }
    guard isRecord, !hasZone else { return }
    switch times.offsets {
    case .absent: withoutOffset = withoutOffset ?? file
    case .zero, .written: withOffset = withOffset ?? file
    case .unknown: break
    }
    if times.offsets == .zero { isInAbsoluteTime = true }
    if let withOffset, let withoutOffset { throw .mixedOffsets(file: withoutOffset, other: withOffset) }
  }

  /// What a person should know, in sentences.
  ///
  /// - Parameter hiddenChanges: rows of which nobody can know whether clocks changed within them.
  static func warnings(isInAbsoluteTime: Bool, hiddenChanges: Int) -> [String] {
    var warnings: [String] = []
    if hiddenChanges > 0 {
      let subject = hiddenChanges == 1 ? "1 row runs" : "\(hiddenChanges) rows run"
      warnings.append(
        "DST: \(subject) over a night on which clocks may have changed; minutes are by the clock on the wall:"
          + " name its zone with --time-zone.")
    }
    if isInAbsoluteTime {
      warnings.append(
        "DST: times are written in absolute time (Z, +00:00), and so are dates of service: name the zone of the place"
          + " with --time-zone.")
    }
    return warnings
  }
}
