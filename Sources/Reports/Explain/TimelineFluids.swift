import Coding
import Infusion

/// The minutes of fluids that earned units, for the bars of a timeline.
struct TimelineFluids {
  private var byRow: [SourceRow: [Interval]] = [:]

  init(_ derivation: Derivation) {
    for fluid in derivation.countedFluids {
      for row in fluid.rows { byRow[row, default: []].append(fluid.interval) }
    }
  }

  /// What of a row's own minutes counts; empty for what is no fluid.
  func minutes(of row: MARRow) -> IntervalSet {
    guard let counted = byRow[row.source] else { return IntervalSet() }
    let own = TimelineBar(row: row).running
    return own.subtracting(own.subtracting(IntervalSet(counted)))
  }
}
