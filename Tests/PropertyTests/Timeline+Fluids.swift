import Coding
import Infusion

extension Timeline {
  /// Whether fluids can be reckoned from single rows.
  ///
  /// A drug infusion of push length that ran in pieces takes its minutes from its first start (coding-rules RD-09),
  /// which only the merging of rows decides.
  var isPlain: Bool {
    let infusions = encounter.rows.filter { counts($0) && isInfusion($0) && $0.drugClass != .hydration }
    return infusions.allSatisfy { row in
      guard row.route.isIntravenous, let run = run(of: row), run.minutes.count <= thresholds.longestPush else {
        return true
      }
      let isAlone = infusions.count { !$0.drug.ingredients.isDisjoint(with: row.drug.ingredients) } == 1
      return isAlone && row.bag == nil && run.pauses.isEmpty
    }
  }

  /// Minutes in which some fluid ran (coding-rules HYD-07).
  var fluids: Minutes {
    minutes(of: encounter.rows.filter { counts($0) && $0.drugClass == .hydration && isVeinInfusion($0) })
  }

  /// Minutes that are not fluid time: other infusions, blood and pushes (coding-rules HYD-04, HYD-05, RD-08, RD-09).
  var taken: Minutes {
    encounter.rows.filter { $0.drugClass != .hydration && counts($0) }.reduce(into: Minutes()) { taken, row in
      taken.formUnion(minutesTaken(by: row))
    }
  }

  private func minutesTaken(by row: MARRow) -> Minutes {
    guard !row.facts.contains(.catheterClearance) else { return [] }
    let isPush = row.route.isIntravenous && row.technique == .push
    if !isPush, row.drugClass == .blood || !row.facts.isDisjoint(with: [.stroke, .coronary]) {
      guard let start = row.start, let stop = row.stop, start <= stop, var run = run(of: row) else { return [] }
      run.pauses = []
      return run.minutes
    }
    if isInfusion(row) { return run(of: row)?.minutes ?? [] }
    return row.route.isIntravenous && [.push, .injection, .unknown].contains(row.technique) ? pushMinutes(of: row) : []
  }

  private func pushMinutes(of row: MARRow) -> Minutes {
    guard let start = row.start else { return [] }
    let isTimed = row.stop.map { $0 >= start } ?? false
    var inside = row
    if !isTimed { inside.stop = start }
    guard let run = run(of: inside) else { return [] }
    let documented = row.pushMinutes ?? 0
    let length = documented > 0 ? documented : isTimed ? run.stop.minutes(since: run.start) : 0
    return Run(start: run.start, stop: run.start.advanced(byMinutes: length), pauses: []).minutes
  }

  // MARK: Rows of a service

  private func isVeinInfusion(_ row: MARRow) -> Bool { row.route.isIntravenous && isInfusion(row) }

  /// Minutes in which one of these rows ran.
  func minutes(of rows: [MARRow]) -> Minutes {
    rows.reduce(into: Minutes()) { $0.formUnion(run(of: $1)?.minutes ?? []) }
  }

  /// Minutes of the rows of a service, and of all other drug infusions.
  func minutes(of sources: [SourceRow]) -> (own: Minutes, others: Minutes) {
    let own = encounter.rows.filter { sources.contains($0.source) }
    let others = encounter.rows.filter {
      counts($0) && $0.drugClass != .hydration && isVeinInfusion($0) && !sources.contains($0.source)
    }
    return (minutes(of: own), minutes(of: others))
  }
}
