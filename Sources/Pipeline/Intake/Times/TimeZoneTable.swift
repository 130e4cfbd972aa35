import Foundation
import Infusion

extension ClockZone {
  /// The years whose changes of clocks are known; before and after them the clocks stand as at the border.
  private static let years = 1990...2100

  /// The zone that a name of the IANA database means, such as `America/New_York`; nil for any other text.
  ///
  /// Abbreviations are refused: `EST` is no zone with summer time, and whoever writes it means one.
  package init?(named name: String) {
    guard name == "UTC" || name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
    let first = Self.minutes(ofYear: Self.years.lowerBound)
    var offset = Self.offset(of: zone, at: first)
    let firstOffset = offset
    var changes: [Change] = []
    var moment = first
    while moment < Self.minutes(ofYear: Self.years.upperBound + 1) {
      let next = moment + Self.step
      let nextOffset = Self.offset(of: zone, at: next)
      if nextOffset != offset {
        let change = Self.firstMinute(from: moment, to: next) { Self.offset(of: zone, at: $0) == nextOffset }
        changes.append(Change(absoluteMinutes: Int32(change), offsetMinutes: Int16(nextOffset)))
        offset = nextOffset
      }
      moment = next
    }
    self.init(name: name, firstOffset: firstOffset, changes: changes)
  }

  /// Known names that a person may have meant, the likeliest first; at most three.
  package static func names(like text: String) -> [String] {
    let folded = text.lowercased()
    if let name = unitedStates.first(where: { folded.contains($0.word) || $0.short.contains(folded) })?.name {
      return [name]
    }
    let city = city(of: folded)
    let near = TimeZone.knownTimeZoneIdentifiers.map {
      (name: $0, distance: Spelling.distance(city, Self.city(of: $0)))
    }
    .filter { $0.distance <= max(1, city.count / 3) }.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.isEmpty ? unitedStates.map(\.name) : near.prefix(3).map(\.name)
  }

  private static let unitedStates: [(word: String, short: [String], name: String)] = [
    ("eastern", ["et", "est", "edt"], "America/New_York"), ("central", ["ct", "cst", "cdt"], "America/Chicago"),
    ("pacific", ["pt", "pst", "pdt"], "America/Los_Angeles"), ("mountain", ["mt", "mst", "mdt"], "America/Denver"),
  ]

  private static func city(of name: String) -> String {
    String(name.split(separator: "/").last ?? "").lowercased().replacing(" ", with: "_")
  }

  /// Ten days: no place changes its clocks twice within them.
  private static let step = 10 * 1_440

  private static func offset(of zone: TimeZone, at minutes: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(minutes) * 60)) / 60
  }

  private static func minutes(ofYear year: Int) -> Int {
    Int(CivilDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0) * 1_440
  }

  /// The first minute after `from` for which `holds`, which holds for `to` and, once true, stays so.
  private static func firstMinute(from: Int, to: Int, where holds: (Int) -> Bool) -> Int {
    var low = from
    var high = to
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
