import Infusion

/// A row on its way to becoming an administration: its site, technique and times are settled step by step.
struct Giving {
  /// Place of the row in the encounter, the last tie-breaker.
  let index: Int
  /// False for rows that are dropped or already coded; they still take up their access site (coding-rules RD-04).
  var isBillable = true
  var manner = PushManner.documented
  /// Copies of a giving share what is wide until one of them changes it, since rules copy givings more often than they
  /// change them.
  private var shared: SharedParts

  init(index: Int, row: MARRow) {
    self.index = index
    let isComplexByChoice = row.classRule == Policy.ComplexClass.rule.id
    shared = SharedParts(row)
    if isComplexByChoice { shared.rules = [Policy.ComplexClass.rule.id] }
  }

  /// The parts of this giving alone, to be changed.
  private mutating func own() {
    if !isKnownUniquelyReferenced(&shared) { shared = SharedParts(shared) }
  }

  var row: MARRow {
    _read { yield shared.row }
    _modify {
      own()
      yield &shared.row
    }
  }

  /// Documented or settled stretches of running; empty when no end is known, and for pushes without a length.
  var running: IntervalSet {
    _read { yield shared.running }
    _modify {
      own()
      yield &shared.running
    }
  }

  /// Further rows of the same container.
  var mixedRows: [SourceRow] {
    _read { yield shared.mixedRows }
    _modify {
      own()
      yield &shared.mixedRows
    }
  }

  /// Why the coder may trust these times, for the services made from it.
  var rules: [RuleID] {
    _read { yield shared.rules }
    _modify {
      own()
      yield &shared.rules
    }
  }

  var source: SourceRow { row.source }
  /// The access site as documented; nil when none is.
  var documentedSite: String? { row.site == AccessSites.unspecified ? nil : row.site }

  /// Its logical site, by documented name.
  func place(among places: ShortMap<String, Int>) -> Int {
    // A site without any timed row has no window; its rows belong to the first site.
    places[row.site ?? AccessSites.unspecified] ?? 0
  }
  var isIntravenous: Bool { row.route.isIntravenous }

  /// The order in which rows are taken: by time, an unknown one last and by when it was due, then by place in the encounter.
  static func precedes(_ left: Giving, _ right: Giving) -> Bool {
    let (leftTime, rightTime) = (left.row.start ?? left.row.stop, right.row.start ?? right.row.stop)
    if leftTime != rightTime { return isEarlier(leftTime, rightTime) }
    if leftTime == nil, left.row.due != right.row.due { return isEarlier(left.row.due, right.row.due) }
    return left.index < right.index
  }

  /// Whether it has a code whatever its minutes, so that no missing time needs repair.
  var isCodedWithoutMinutes: Bool {
    row.drugClass == .blood || row.drugClass == .vaccine || row.drugClass == .specialAntibody
      || row.facts.contains(.catheterClearance) || row.facts.contains(.stroke) || row.facts.contains(.coronary)
      || row.technique == .longPump || row.technique == .pumpRefill || row.technique == .onBodyInjector
  }

  /// Whether it is an infusion whose missing start or stop may be known from other entries (coding-rules TIME-08).
  func mayBeEstimated(_ thresholds: Thresholds) -> Bool {
    guard isIntravenous || row.route == .intraArterial || row.route == .subcutaneous, !isCodedWithoutMinutes else {
      return false
    }
    switch row.technique {
    case .infusion, .subcutaneousInfusion: return true
    case .unknown:
      return row.rateMillilitersPerHour != nil
        || (row.volumeMilliliters.map { $0 >= thresholds.infusionMilliliters } ?? false)
    default: return false
    }
  }

  /// The day on which the row happened, as well as it is known.
  var date: CivilDate? { row.date }

  /// Minutes from start to stop when both are documented.
  var documentedMinutes: Int? {
    guard let start = row.start, let stop = row.stop else { return nil }
    return Interval(start, stop).minutes
  }

  /// The time that the row takes up at its access site: `pushWindow` minutes for a push and for a row without a stop.
  func window(pushWindow: Int) -> Interval? {
    guard let begin = row.start ?? row.stop else { return nil }
    guard let stop = row.stop, stop > begin, row.technique != .push else {
      return Interval(begin, begin.advanced(byMinutes: pushWindow))
    }
    return Interval(begin, stop)
  }
}

extension MARRow {
  /// The day on which the row happened, as well as it is known (coding-rules DOS-01, TIME-11).
  var date: CivilDate? { (start ?? stop ?? due)?.date }
}

/// Where a giving keeps its row and lists; changed only while no other giving has it.
private final class SharedParts {
  var row: MARRow
  var running = IntervalSet()
  var mixedRows: [SourceRow] = []
  var rules: [RuleID] = []

  init(_ row: MARRow) {
    self.row = row
  }

  init(_ other: SharedParts) {
    row = other.row
    running = other.running
    mixedRows = other.mixedRows
    rules = other.rules
  }
}
