import Infusion

/// Which documented lines and ports are one access for coding purposes.
enum AccessSites {
  static let logicalSites = Rule(
    "ALG-07",
    "Vein rows that name no site are put on the site of the earliest vein row that names one; then lines that count as one access are one logical site.",
    evidence: "D")
  static let lumensAreOneSite = Rule(
    "SITE-01", "All lumens of a catheter, and every port of a line, are one site.", evidence: "S13 S48")
  static let restartIsNoNewSite = Rule(
    "SITE-02", "A line restarted after failing, or a second line for want of flow, is no new initial.", evidence: "S13")
  static let window = Rule(
    "SITE-03", "A site is in use from the first start to the last stop of all vein rows on it.", evidence: "D")
  static let overlapTrusted = Rule(
    "SITE-04",
    "Facility: a second site used while the first is in use counts as a site of its own and needs a reason; used afterwards, it is a restart.",
    evidence: "D S12 S14 S34")
  static let justifiedOnly = Rule(
    "SITE-05", "Professional: a second site counts only with a documented reason and while the first is in use.",
    evidence: "D")
  static let sitesAreIndependent = Rule(
    "SITE-06",
    "Initial, sequential, further-hour and concurrent services are settled site by site; whether a drug was given before, and fluids, over the whole encounter.",
    evidence: "D")
  static let otherSiteIsNotConcurrent = Rule(
    "SITE-07", "Infusions at different logical sites are not concurrent.", evidence: "K")
  static let windowsCountEveryRow = Rule(
    "RD-04",
    "The time for which a site is in use covers every vein row with a time, also rows that support no code, and pumps.",
    evidence: "D")
  static let reasonMakesASite = Rule(
    "RD-05",
    "Facility: a documented reason makes a second site of its own even without overlap; on the first site it changes nothing.",
    evidence: "D")
  static let rules = [
    logicalSites, lumensAreOneSite, restartIsNoNewSite, window, overlapTrusted, justifiedOnly, sitesAreIndependent,
    otherSiteIsNotConcurrent, windowsCountEveryRow, reasonMakesASite,
  ]

  static let unspecified = "UNSPEC"

  /// A line or port as documented.
  private struct DocumentedSite {
    let name: String
    var window: Interval
    var isJustified: Bool
    var rows: [SourceRow]

    mutating func add(_ other: Interval, isJustified: Bool, row: SourceRow) {
      window = Interval(min(window.start, other.start), max(window.stop, other.stop))
      self.isJustified = self.isJustified || isJustified
      rows.append(row)
    }

    /// Whether it shares a minute with a line that began to be used no later and was last in use at `end`.
    func isUsed(before end: ClockTime) -> Bool { window.start < min(window.stop, end) }
  }

  /// Names the site of vein rows that name none.
  static func fillMissing(_ givings: inout [Giving], on sheet: inout Worksheet) {
    unifySpellings(&givings)
    let named = givings.filter { $0.isIntravenous && $0.row.site != nil }
    let earliest = named.min { left, right in
      let (leftTime, rightTime) = (left.row.start ?? left.row.stop, right.row.start ?? right.row.stop)
      guard leftTime == rightTime else { return isEarlier(leftTime, rightTime) }
      return (left.row.site ?? "", left.index) < (right.row.site ?? "", right.index)
    }
    let site = earliest?.row.site ?? unspecified
    var assumed: [SourceRow] = []
    for index in givings.indices where givings[index].isIntravenous && givings[index].row.site == nil {
      givings[index].row.site = site
      if givings[index].isBillable { assumed.append(givings[index].source) }
    }
    guard !assumed.isEmpty else { return }
    sheet.note(
      .siteAssumed, [logicalSites], rows: assumed.sorted(),
      site == unspecified
        ? "No access site is documented: one site is assumed"
        : "Rows without an access site are taken to be at \(site)")
  }

  /// Gives names that differ in capitals alone one spelling, the first in the order of letters.
  private static func unifySpellings(_ givings: inout [Giving]) {
    guard let first = givings.lazy.compactMap(\.row.site).first,
      givings.contains(where: { $0.row.site.map { $0 != first } ?? false })
    else { return }
    let names = Set(givings.compactMap(\.row.site))
    let spellings = Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    guard spellings.count < names.count else { return }
    for index in givings.indices {
      givings[index].row.site = givings[index].row.site.flatMap { spellings[$0.lowercased()] }
    }
  }

  /// The logical site of every documented site, as places in `Derivation.sites`.
  ///
  /// - Parameter givings: every given vein row, dropped ones included, with its site named and its times repaired.
  static func logicalSites(of givings: inout [Giving], on sheet: inout Worksheet) -> ShortMap<String, Int> {
    let documented = documentedSites(of: givings, sheet.thresholds)
    var logical: [LogicalSite] = []
    var ends: [ClockTime] = []
    var places = ShortMap<String, Int>()
    for site in documented {
      let place = place(for: site, besides: ends, on: &sheet)
      if place == logical.count {
        logical.append(LogicalSite(names: []))
        ends.append(site.window.stop)
      }
      logical[place].names.append(site.name)
      ends[place] = max(ends[place], site.window.stop)
      places.set(site.name, to: place)
    }
    sheet.setSites(logical)
    cite(sheet.policy.secondSite.cited, at: Set(documented.dropFirst().map(\.name)), in: &givings)
    return places
  }

  /// Lets what was given at these sites rest on the choice that placed them.
  private static func cite(_ rules: [Rule], at names: Set<String>, in givings: inout [Giving]) {
    guard !rules.isEmpty else { return }
    for index in givings.indices where givings[index].isIntravenous {
      guard let name = givings[index].row.site, names.contains(name) else { continue }
      givings[index].rules += rules.map(\.id)
    }
  }

  /// Every line or port that vein rows name, with the time for which it is in use; the one used first comes first.
  private static func documentedSites(of givings: [Giving], _ thresholds: Thresholds) -> [DocumentedSite] {
    var sites: [DocumentedSite] = []
    // Of the second and later ones; most encounters have none.
    var places = ShortMap<String, Int>()
    for giving in givings where giving.isIntravenous {
      guard let name = giving.row.site, let window = giving.window(pushWindow: thresholds.pushWindow) else { continue }
      let place = sites.first?.name == name ? 0 : places[name, default: sites.count]
      if place == sites.count {
        if place > 0 { places.set(name, to: place) }
        sites.append(DocumentedSite(name: name, window: window, isJustified: false, rows: []))
      }
      sites[place].add(window, isJustified: giving.row.facts.contains(.secondSiteJustified), row: giving.source)
    }
    return sites.inOrder { ($0.window.start, $0.name) < ($1.window.start, $1.name) }
  }

  /// The logical site that a documented one belongs to: the place of one in `ends`, or their count for a new one.
  ///
  /// - Parameter ends: when each logical site was last in use; none began to be used later than `site`.
  private static func place(for site: DocumentedSite, besides ends: [ClockTime], on sheet: inout Worksheet) -> Int {
    guard !ends.isEmpty else { return 0 }
    switch sheet.policy.secondSite.settled(in: sheet.encounter.setting) {
    case .justifiedOnly: return justifiedPlace(for: site, besides: ends, on: &sheet)
    case .allSites: return ends.count
    case .singleSite: return 0
    case .overlapTrusted, .bySetting: return trustedPlace(for: site, besides: ends, on: &sheet)
    }
  }

  /// As facilities count.
  ///
  /// Example: the left arm runs 08:00-10:00. The right arm 09:00-11:00 is a site of its own, and the record must say why;
  /// the right arm 10:30-11:00 is a restart, unless a reason is documented.
  private static func trustedPlace(
    for site: DocumentedSite, besides ends: [ClockTime], on sheet: inout Worksheet
  ) -> Int {
    if site.isJustified {
      sheet.step(
        [reasonMakesASite, overlapTrusted], rows: site.rows, "\(site.name) is a site of its own: a reason is documented"
      )
      return ends.count
    }
    let free = ends.indices.filter { !site.isUsed(before: ends[$0]) }
    if let latest = free.max(by: { ends[$0] == ends[$1] ? $0 > $1 : ends[$0] < ends[$1] }) {
      sheet.step(
        [restartIsNoNewSite, overlapTrusted, window], rows: site.rows,
        "\(site.name) is used when no other line is: a restart, no new site")
      return latest
    }
    sheet.note(
      .secondSiteNeedsReason, [overlapTrusted, window, windowsCountEveryRow] + sheet.policy.secondSite.cited,
      rows: site.rows.sorted(),
      on: site.window.start.date,
      "\(site.name) was in use together with another line: the record must say why a second site was needed")
    return ends.count
  }

  /// As physicians count: a reason is documented and the first site is in use, or it is no site of its own.
  private static func justifiedPlace(
    for site: DocumentedSite, besides ends: [ClockTime], on sheet: inout Worksheet
  ) -> Int {
    let isNew = site.isJustified && ends.contains { site.isUsed(before: $0) }
    sheet.step(
      [justifiedOnly, window], rows: site.rows,
      isNew ? "\(site.name) is a site of its own" : "\(site.name) counts as part of the first site")
    return isNew ? ends.count : 0
  }
}

/// Whether one moment is before the other; an unknown one comes last.
func isEarlier(_ left: ClockTime?, _ right: ClockTime?) -> Bool {
  switch (left, right) {
  case (let left?, let right?): left < right
  case (.some, nil): true
  default: false
  }
}
