import Infusion
import Pipeline
import Reconciliation

/// The encounters whose differences are worth most, out of any number, in the memory of a few.
struct Costliest: Sendable {
  struct Entry: Sendable {
    let coded: CodedEncounter
    /// Supported and not billed.
    let under: ExactDecimal
    /// Billed and not supported.
    let over: ExactDecimal
    /// Units that differ: decides between those without an amount.
    let units: Int

    fileprivate func isWorthMore(than other: Entry) -> Bool {
      let (worth, otherWorth) = (under + over, other.under + other.over)
      return worth == otherWorth ? units > other.units : worth > otherWorth
    }
  }

  /// Worth most first; of equals the one that came first.
  private(set) var entries: [Entry] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ coded: CodedEncounter) {
    guard let result = coded.result, result.status != .match else { return }
    var (under, over, units) = (ExactDecimal.zero, ExactDecimal.zero, 0)
    for finding in result.findings {
      let difference = (finding.suggestedAmount ?? .zero) - (finding.billedAmount ?? .zero)
      if finding.status.isUnder { under = under + difference }
      if finding.status.isOver { over = over - difference }
      if finding.status.isUnder || finding.status.isOver { units += abs(finding.unitDifference) }
    }
    add(Entry(coded: coded, under: under, over: over, units: units))
  }

  /// Adds those of encounters that follow.
  mutating func add(_ later: Costliest) {
    for entry in later.entries { add(entry) }
  }

  private mutating func add(_ entry: Entry) {
    let place = entries.firstIndex { entry.isWorthMore(than: $0) } ?? entries.count
    guard place < limit else { return }
    entries.insert(entry, at: place)
    if entries.count > limit { entries.removeLast() }
  }
}
