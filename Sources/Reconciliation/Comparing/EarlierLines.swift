import Infusion

/// What earlier encounters of one patient have on their bills, day by day.
///
/// All encounters of a patient share the lines, and each sees those of the ones before it.
package struct EarlierLines: Sendable {
  private var days: [CivilDate: [(line: EarlierLine, encounter: Int)]] = [:]
  /// How many encounters are earlier; lines of further ones are not seen.
  private var encounters = 0

  /// - Parameter lines: those of one earlier encounter.
  package init(_ lines: [EarlierLine] = []) {
    if !lines.isEmpty { add(lines) }
  }

  /// Those of a date, in the order in which they were added; none when it is not known.
  func on(_ date: CivilDate?) -> some Sequence<EarlierLine> {
    let lines = date.flatMap { days[$0] } ?? []
    return lines.lazy.prefix { [encounters] in $0.encounter < encounters }.map(\.line)
  }

  /// Adds the lines of the next encounter.
  package mutating func add(_ lines: [EarlierLine]) {
    for line in lines { days[line.date, default: []].append((line, encounters)) }
    encounters += 1
  }

  /// The lines of the first encounters.
  package func ofFirst(_ count: Int) -> EarlierLines {
    var first = self
    first.encounters = count
    return first
  }
}
