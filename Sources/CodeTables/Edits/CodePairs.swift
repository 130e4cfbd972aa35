import Infusion

/// Medicare's pairs of codes that are not paid together (NCCI procedure-to-procedure edits), over time.
///
/// A class, so that looking up a pair of lines copies no list.
package final class CodePairs: Sendable {
  /// The program's own excerpt of a year, or an organisation's.
  private let own: PairList
  /// What CMS publishes: its files carry the whole history, and go before the excerpt.
  private let published: PairList

  init(own: PairList, published: PairList) {
    self.own = own
    self.published = published
  }

  /// The edit that pays `column1` and not `column2`, in force on a day; nil without one.
  package func pair(
    _ column1: ProcedureCode, _ column2: ProcedureCode, _ setting: Setting, on date: CivilDate
  ) -> CodePair? {
    guard let key = PairList.key(column1, column2, setting) else { return nil }
    let listed = published.entries(key)
    return listed.isEmpty
      ? Self.pair(on: date, among: own.entries(key), of: own)
      : Self.pair(on: date, among: listed, of: published)
  }

  private static func pair(
    on date: CivilDate, among entries: ArraySlice<PairList.Entry>, of list: PairList
  ) -> CodePair? {
    let day = date.daysSince1970
    return entries.last { $0.firstKnown <= day && day <= $0.to }
      .map { CodePair($0, source: list.sources[Int($0.source)]) }
  }

  /// First day of the newest file of this kind of bill; nil without any.
  package func latestEffective(_ setting: Setting) -> CivilDate? { releases(setting).max() }

  /// Whether the pairs of this day are known: files hold history, so it may lie before the newest, not in a quarter
  /// after it.
  package func covers(_ date: CivilDate, _ setting: Setting) -> Bool {
    latestEffective(setting).map { Quarter(date) <= Quarter($0) } ?? false
  }

  /// First day of which pairs are known; nil where files as published tell their history, or there is no pair.
  package func firstKnown(_ setting: Setting) -> CivilDate? {
    published.releases[setting] == nil ? own.releases[setting]?.min() : nil
  }

  private func releases(_ setting: Setting) -> Set<CivilDate> {
    (own.releases[setting] ?? []).union(published.releases[setting] ?? [])
  }
}

extension CodePair {
  fileprivate init(_ entry: PairList.Entry, source: String) {
    guard let indicator = Indicator(rawValue: Int(entry.indicator)) else { preconditionFailure("checked when read") }
    self.init(indicator: indicator, source: source)
  }
}
