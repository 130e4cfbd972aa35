import Infusion

/// What all fluid units of an encounter rest on.
struct FluidAccount {
  let runs: [Administration]
  /// Minutes that the runs ran alone, together.
  let minutes: Int
  /// Whether their first hour is the initial service.
  let isInitial: Bool
  /// Rules of choices that shaped the minutes.
  let choices: [Rule]
  /// `10:00-10:20 (20 min) + 10:35-11:30 (55 min) = `; empty for one piece.
  let pieces: String
  /// Rows of the runs, sorted.
  let rows: [SourceRow]
  /// "Sodium chloride ran 09:00-11:00 (120 min) at PIV, 90 min of it alone (beside ceftriaxone)".
  let story: String

  init(
    runs: [Administration], minutes: Int, isInitial: Bool, besides: [Administration], choices: [Rule], pieces: String
  ) {
    self.runs = runs
    self.minutes = minutes
    self.isInitial = isInitial
    self.choices = choices
    self.pieces = pieces
    rows = sortedUnique(runs.count == 1 ? runs[0].rows : runs.flatMap(\.rows))
    story = Self.story(of: runs, minutes, besides: sortedUnique(besides.map(\.drugName)))
  }

  /// How the minutes became units of a service, for `explain`.
  func arithmetic(of service: Service, _ thresholds: Thresholds) -> String {
    guard service == .hydrationHour else {
      return "\(pieces)\(minutes) min: a first hour from \(thresholds.shortestHydration) min on"
    }
    let sum = isInitial ? thresholds.sumBeyondFirst(minutes) : thresholds.sumFromNothing(minutes)
    return pieces + sum
  }

  var rules: [Rule] {
    var rules = [
      Hydration.settledAfterDrugs, Hydration.fluidsOnly, Hydration.atLeast31, Hydration.piecesAreAdded,
      Hydration.onePool, Hydration.attribution,
    ]
    rules +=
      isInitial
      ? [Hydration.initialWithoutDrugs] : [Hydration.lastInRank, Hydration.minutesBesideDrugs, Hydration.pushMinutes]
    return rules + choices
  }

  private static func story(of runs: [Administration], _ minutes: Int, besides drugs: [String]) -> String {
    let beside = drugs.isEmpty ? "" : " (beside \(drugs.joined(separator: ", ")))"
    guard runs.count > 1 else { return "\(runs[0].story), \(minutes) min of it alone\(beside)" }
    let times = runs.map { "\($0.drugName) \($0.running.clock)" }.joined(separator: " and ")
    return "\(capitalized(times)) ran alone for \(minutes) min in all\(beside)"
  }
}
