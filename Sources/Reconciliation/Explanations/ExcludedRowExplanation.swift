import Coding
import Infusion

/// Rows that the rules set aside, as what a billed code may have been billed for.
extension Documentation {
  /// A row that may be what was billed, the most telling reason first.
  ///
  /// Flushes, carriers and what was swallowed stand beside every code and explain none.
  func tellingRow(explaining claim: BilledClaim) -> Explanation? {
    let rows = excludedRows(on: claim.date).filter { claim.mayMean($0.row) && $0.isTelling(claim.family) }
    return rows.enumerated().min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map { explanation($0.element) }
  }

  /// A row that tells little, where the record holds nothing else of the day.
  func onlyRow(explaining claim: BilledClaim) -> Explanation? {
    guard services(on: claim.date).isEmpty else { return nil }
    return excludedRows(on: claim.date).first { claim.mayMean($0.row) }.map(explanation)
  }

  func excludedRows(on date: CivilDate?) -> [SetAside] {
    let rows = Dictionary(encounter.rows.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    return derivation.excluded.compactMap { excluded in
      guard let row = rows[excluded.row] else { return nil }
      let day = row.moment?.date
      return date == nil || day == nil || day == date ? SetAside(excluded: excluded, row: row) : nil
    }
  }

  private func explanation(_ aside: SetAside) -> Explanation {
    Explanation(
      key: aside.excluded.reason.rawValue, rules: aside.excluded.rules, rows: [aside.excluded.row],
      sentence: "\(aside.row.drugName)\(aside.row.atTime) \(aside.excluded.words)")
  }
}

/// A row that supports no code, with what the record says of it.
struct SetAside {
  let excluded: ExcludedRow
  let row: MARRow

  private static let tellingReasons: [ExclusionReason] = [
    .notGiven, .imaging, .keepOpen, .sedation, .procedure, .protocolIntegral, .selfAdministered, .outsideEncounter,
  ]

  /// How much its reason tells, 0 the most.
  fileprivate var rank: Int { Self.tellingReasons.firstIndex(of: excluded.reason) ?? Self.tellingReasons.count }

  fileprivate func isTelling(_ family: CodeBook.Family) -> Bool {
    guard Self.tellingReasons.contains(excluded.reason), !row.facts.contains(.flush) else { return false }
    // Fluids were not billed as drugs, nor tablets as injections.
    if row.drugClass == .hydration { return family == .hydration }
    return ![.oral, .nasal, .other].contains(row.route)
  }
}
