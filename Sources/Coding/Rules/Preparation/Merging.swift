import Infusion

/// Rows that are one giving of a drug.
enum Merging {
  static let joined = Rule(
    "ALG-04",
    "Infusion rows of one drug at one site are one administration when they share a bag or follow within the bag-change gap; fluids join whatever the fluid.",
    evidence: "D")
  static let acrossLines = Rule(
    "RD-02", "Rows of one bag are joined also when a failed line was replaced: logical sites are settled first.",
    evidence: "D")
  static let pausesAndBagChanges = Rule(
    "TIME-05", "Pauses are subtracted, pieces of one bag are added, a short bag change does not break an infusion.",
    evidence: "S46 D")
  static let rateChange = Rule(
    "TIME-06", "A rate change or a new bag of the same drip is the same infusion.", evidence: "K")
  static let rules = [joined, acrossLines, pausesAndBagChanges, rateChange]

  /// The administrations that vein rows make.
  ///
  /// - Parameter givings: vein rows, pushes and infusions of drugs and fluids, with times repaired.
  /// - Returns: sorted by their first row's place in the encounter.
  static func administrations(
    from givings: [Giving], places: ShortMap<String, Int>, on sheet: inout Worksheet
  ) -> [Administration] {
    let infusates = Mixtures.settled(in: givings, places: places, on: &sheet)
    let pushes = infusates.filter { $0.row.technique == .push }
    let gap = sheet.policy.bagChangeGapMinutes ?? sheet.thresholds.bagChangeGap
    let infusions = infusates.filter { $0.row.technique == .infusion }
    let groups = joinByBag(joinByGap(infusions, gap: gap), places: places)
    var administrations = pushes.map { administration(of: $0, places: places, on: sheet) }
    administrations.reserveCapacity(pushes.count + groups.count)
    for group in groups { administrations.append(administration(from: group, places: places, on: &sheet)) }
    administrations.sort { $0.index < $1.index }
    return administrations
  }

  /// What must agree for rows to follow one another.
  private struct Line: Hashable {
    let site: String?
    /// Nil for fluids, which follow one another whatever the fluid.
    let drug: DrugKey?

    init(_ giving: Giving) {
      site = giving.row.site
      drug = giving.row.drugClass == .hydration ? nil : giving.row.drug
    }
  }

  /// The last group of a line, and when it stops.
  private struct OpenGroup {
    let group: Int
    let stop: ClockTime
  }

  /// Joins infusions of one drug at one documented site that follow one another.
  ///
  /// Example: a bag to 09:00 and the next from 09:05 are one infusion; from 09:06 the next is an infusion of its own.
  private static func joinByGap(_ givings: [Giving], gap: Int) -> [[Giving]] {
    guard givings.count > 1 else { return givings.map { [$0] } }
    var groups: [[Giving]] = []
    var open = ShortMap<Line, OpenGroup>()
    let inOrder = givings.inOrder { left, right in
      left.row.start == right.row.start ? left.index < right.index : isEarlier(left.row.start, right.row.start)
    }
    for giving in inOrder {
      // What lacks a start or a stop is a push or nothing by now (`MissingTimes`).
      guard let start = giving.row.start, let stop = giving.row.stop else { preconditionFailure("no time to follow") }
      let line = Line(giving)
      if let last = open[line], start.minutes(since: last.stop) <= gap {
        groups[last.group].append(giving)
        open.set(line, to: OpenGroup(group: last.group, stop: max(last.stop, stop)))
      } else {
        open.set(line, to: OpenGroup(group: groups.count, stop: stop))
        groups.append([giving])
      }
    }
    return groups
  }

  /// Joins groups that share a bag at one logical site.
  ///
  /// Example: a bag that ran 08:00-09:00 in the left hand and, since the line failed, 09:40-10:20 in the right is one
  /// infusion of 100 minutes.
  private static func joinByBag(_ groups: [[Giving]], places: ShortMap<String, Int>) -> [[Giving]] {
    struct Bag: Hashable {
      let name: String
      let drug: DrugKey?
      let place: Int
    }
    guard groups.contains(where: { $0.contains { $0.row.bag != nil } }) else { return groups }
    var joined: [[Giving]] = []
    var owner: [Bag: Int] = [:]
    for group in groups {
      let bags = group.compactMap { giving in
        giving.row.bag.map {
          Bag(
            name: $0, drug: giving.row.drugClass == .hydration ? nil : giving.row.drug,
            place: giving.place(among: places))
        }
      }
      let owners = Set(bags.compactMap { owner[$0] }).sorted()
      let target = owners.first ?? joined.count
      if target == joined.count { joined.append([]) }
      joined[target] += group
      for other in owners.dropFirst() {
        joined[target] += joined[other]
        joined[other] = []
        for (bag, place) in owner where place == other { owner[bag] = target }
      }
      for bag in bags { owner[bag] = target }
    }
    return joined.filter { !$0.isEmpty }
  }

  private static func administration(
    from group: [Giving], places: ShortMap<String, Int>, on sheet: inout Worksheet
  ) -> Administration {
    guard group.count > 1 else { return administration(of: group[0], places: places, on: sheet) }
    let inOrder = group.inOrder { left, right in
      left.row.start == right.row.start ? left.index < right.index : isEarlier(left.row.start, right.row.start)
    }
    let first = inOrder[0]
    var rules = uniqued(inOrder.flatMap(\.rules))
    let rows = (inOrder.map(\.source) + inOrder.flatMap(\.mixedRows)).sorted()
    let siteNames = uniqued(inOrder.map { $0.row.site ?? AccessSites.unspecified })
    rules += [joined.id, pausesAndBagChanges.id, MissingTimes.order.id]
    if siteNames.count > 1 { rules.append(acrossLines.id) }
    sheet.step(
      [joined, pausesAndBagChanges, rateChange], rows: rows,
      "\(capitalized(first.row.drugName)): \(inOrder.count) rows are one administration")
    return Administration(
      first: first, index: inOrder.map(\.index).min() ?? first.index, rows: rows,
      drugName: uniqued(inOrder.map(\.row.drugName)).joined(separator: ", "), site: first.place(among: places),
      siteNames: siteNames.filter { $0 != AccessSites.unspecified }, serviceDate: first.date ?? sheet.firstDate,
      running: inOrder.reduce(IntervalSet()) { $0.union($1.running) },
      facts: inOrder.reduce(RowFacts()) { $0.union($1.row.facts) },
      volumeMilliliters: volume(of: inOrder), rules: rules)
  }

  /// What most rows make: one administration each.
  private static func administration(
    of giving: Giving, places: ShortMap<String, Int>, on sheet: Worksheet
  ) -> Administration {
    Administration(
      first: giving, index: giving.index,
      rows: giving.mixedRows.isEmpty ? [giving.source] : ([giving.source] + giving.mixedRows).sorted(),
      drugName: giving.row.drugName, site: giving.place(among: places),
      siteNames: giving.documentedSite.map { [$0] } ?? [], serviceDate: giving.date ?? sheet.firstDate,
      running: giving.running, facts: giving.row.facts, volumeMilliliters: giving.row.volumeMilliliters,
      rules: uniqued(giving.rules) + (giving.row.pauses.isEmpty ? [] : [pausesAndBagChanges.id]))
  }

  private static func volume(of givings: [Giving]) -> ExactDecimal? {
    givings.reduce(nil) { sum, giving in
      guard let volume = giving.row.volumeMilliliters else { return sum }
      return sum.map { $0 + volume } ?? volume
    }
  }
}
