import Infusion

/// What codes are worth: Medicare's national amounts, or an organisation's own.
///
/// Medicare's are estimates: no locality, no wage index, no contract. A code without an amount is unknown, never zero.
package struct FeeSchedule: Sendable {
  /// An amount with the codes, bills and days that it holds for.
  struct Entry: Sendable {
    let fee: Fee
    /// Nil for both.
    let setting: Setting?
    /// First day; nil when it has always held.
    let from: CivilDate?
    /// Last day; nil while it holds.
    let to: CivilDate?

    func holds(on date: CivilDate) -> Bool {
      (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
    }
  }

  /// Ascending by first day.
  private let entries: [ProcedureCode: [Entry]]
  /// Whether it is an organisation's own, which holds on the days it names and on no others.
  package let isOwn: Bool

  init(entries: [ProcedureCode: [Entry]], isOwn: Bool) {
    self.entries = entries.mapValues { entries in
      entries.sorted { ($0.from?.daysSince1970 ?? .min) < ($1.from?.daysSince1970 ?? .min) }
    }
    self.isOwn = isOwn
  }

  /// What one unit of a code is worth for a service of this day; nil where the schedule has no amount.
  ///
  /// Medicare's amounts of the nearest year stand in for a year that has none; the label says which year it is.
  package func fee(of code: ProcedureCode, _ setting: Setting, on date: CivilDate) -> Fee? {
    guard let entries = entries[code] else { return nil }
    var (first, best): (Int?, Int?)
    for place in entries.indices where entries[place].setting == nil || entries[place].setting == setting {
      first = first ?? place
      guard entries[place].holds(on: date) else { continue }
      // An amount for this kind of bill says more than one for both.
      if let best, entries[best].setting != nil, entries[place].setting == nil { continue }
      best = place
    }
    return (best ?? (isOwn ? nil : first)).map { entries[$0].fee }
  }
}
