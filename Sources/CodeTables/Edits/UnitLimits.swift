import Infusion

/// Medicare's unit limits (MUE) by code and kind of bill, over time.
///
/// A class, so that looking up a line copies no table.
package final class UnitLimits: Sendable {
  struct Key: Hashable, CustomStringConvertible {
    let code: ProcedureCode
    let setting: Setting
    var description: String { "\(code) \(setting.rawValue)" }
  }

  /// The table of one quarter as CMS publishes it: codes that are not in it have no limit.
  struct Edition: Sendable {
    let setting: Setting
    let effectiveFrom: CivilDate
    var limits: [ProcedureCode: UnitLimit] = [:]
  }

  /// Limits of hospitals and of physicians one by one; ascending by first day.
  private let facility: [ProcedureCode: [UnitLimit]]
  private let professional: [ProcedureCode: [UnitLimit]]
  /// Whole tables; ascending by first day.
  private let editions: [Edition]
  /// First days of all tables and limits.
  private let firstDays: [Setting: Set<CivilDate>]

  init(limits: [Key: [UnitLimit]], editions: [Edition]) {
    facility = Self.limits(limits, .facility)
    professional = Self.limits(limits, .professional)
    self.editions = editions.sorted { $0.effectiveFrom < $1.effectiveFrom }
    var firstDays: [Setting: Set<CivilDate>] = [:]
    for (key, limits) in limits { firstDays[key.setting, default: []].formUnion(limits.map(\.effectiveFrom)) }
    for edition in editions { firstDays[edition.setting, default: []].insert(edition.effectiveFrom) }
    self.firstDays = firstDays
  }

  private static func limits(_ limits: [Key: [UnitLimit]], _ setting: Setting) -> [ProcedureCode: [UnitLimit]] {
    limits.reduce(into: [:]) { found, entry in
      guard entry.key.setting == setting else { return }
      found[entry.key.code] = entry.value.sorted { $0.effectiveFrom < $1.effectiveFrom }
    }
  }

  /// The limit for a service of this day, by the newest table that is not younger; nil where no table has one.
  package func limit(of code: ProcedureCode, _ setting: Setting, on date: CivilDate) -> UnitLimit? {
    let single = (setting == .facility ? facility : professional)[code]?.last { $0.effectiveFrom <= date }
    let edition = editions.last { $0.setting == setting && $0.effectiveFrom <= date }
    guard let edition else { return single }
    if let single, single.effectiveFrom > edition.effectiveFrom { return single }
    return edition.limits[code]
  }

  /// First day of the newest table of this kind of bill; nil without any.
  package func latestEffective(_ setting: Setting) -> CivilDate? { firstDays[setting]?.max() }

  /// First day of which limits are known; nil without any.
  package func firstKnown(_ setting: Setting) -> CivilDate? { firstDays[setting]?.min() }

  /// Whether there is a table of the very quarter of this day.
  ///
  /// Where there is none, limits are those of an older table.
  package func covers(_ date: CivilDate, _ setting: Setting) -> Bool {
    (firstDays[setting] ?? []).contains { Quarter($0) == Quarter(date) }
  }
}
