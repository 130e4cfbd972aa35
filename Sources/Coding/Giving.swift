import Infusion

/// A row on its way to becoming an administration: its site, technique and times are settled step by step.
struct Giving {
  /// Place of the row in the encounter, the last tie-breaker.
  let index: Int
  private var shared: SharedRow
  /// Documented or settled stretches of running; empty when no end is known, and for pushes without a length.
  var running = IntervalSet()
  var manner = PushManner.documented
  /// False for rows that are dropped or already coded; they still take up their access site (coding-rules RD-04).
  var isBillable = true
  /// Further rows of the same container.
  var mixedRows: [SourceRow] = []
  /// Why the coder may trust these times, for the services made from it.
  var rules: [RuleID] = []

  init(index: Int, row: MARRow) {
    self.index = index
    shared = SharedRow(row)
    if row.classRule == Policy.ComplexClass.rule.id { rules = [Policy.ComplexClass.rule.id] }
  }

  /// The row; copies of a giving share it until one of them changes it, since rules copy givings more often than they
  /// change them, and a row is wide.
  var row: MARRow {
    _read { yield shared.row }
    _modify {
      if !isKnownUniquelyReferenced(&shared) { shared = SharedRow(shared.row) }
      yield &shared.row
    }
  }

  var source: SourceRow { row.source }
  /// The access site as documented; nil when none is.
  var documentedSite: String? { row.site == AccessSites.unspecified ? nil : row.site }
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

  /// The day on which the row happened, as well as it is known (coding-rules DOS-01, TIME-11).
  var date: CivilDate? { (row.start ?? row.stop ?? row.due)?.date }

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

/// Where a giving keeps its row; changed only while no other giving has it.
private final class SharedRow {
  var row: MARRow

  init(_ row: MARRow) {
    self.row = row
  }
}
