import Coding
import Infusion

/// The rows of an encounter, sorted into lanes: one for each access site, one for other routes.
struct TimelineLanes {
  struct Lane {
    let title: String
    /// By start, rows without a time last; never empty.
    let rows: [MARRow]
    /// Whether a row's route is told beside its drug.
    let showsRoute: Bool
  }

  /// Sites in the order visited, then rows whose site is not known, then other routes.
  let lanes: [Lane]

  init(encounter: Encounter, derivation: Derivation) {
    let dropped = Set(derivation.excluded.map(\.row))
    let rows = encounter.rows.filter { !dropped.contains($0.source) }.sorted(by: Self.isEarlier)
    let places = Self.places(of: rows, derivation)
    let veins = rows.filter(\.route.isIntravenous)
    var lanes = derivation.sites.enumerated().map { place, site in
      Lane(
        title: Self.title(site, place), rows: veins.filter { places[$0.source] == place }, showsRoute: false)
    }
    lanes.append(
      Lane(title: "No access site", rows: veins.filter { places[$0.source] == nil }, showsRoute: false))
    lanes.append(Lane(title: "Other routes", rows: rows.filter { !$0.route.isIntravenous }, showsRoute: true))
    self.lanes = lanes.filter { !$0.rows.isEmpty }
  }

  /// The logical site of each row: by its documented name, else by what was derived from it, else the only one.
  private static func places(of rows: [MARRow], _ derivation: Derivation) -> [SourceRow: Int] {
    var byName: [String: Int] = [:]
    for (place, site) in derivation.sites.enumerated() {
      for name in site.names { byName[name] = place }
    }
    var byRow: [SourceRow: Int] = [:]
    for service in derivation.services {
      for row in service.rows { byRow[row] = service.site ?? byRow[row] }
    }
    let only = derivation.sites.count == 1 ? 0 : nil
    var places: [SourceRow: Int] = [:]
    for row in rows { places[row.source] = row.site.flatMap { byName[$0] } ?? byRow[row.source] ?? only }
    return places
  }

  private static func title(_ site: LogicalSite, _ place: Int) -> String {
    let names = site.names.filter { !$0.isEmpty }.map(\.printable).joined(separator: ", then ")
    return "Access site \(place + 1): \(names.isEmpty ? "not named" : names)"
  }

  private static func isEarlier(_ left: MARRow, _ right: MARRow) -> Bool {
    let begins = (left.start ?? left.stop, right.start ?? right.stop)
    guard let first = begins.0, let second = begins.1 else {
      return begins.0 == nil && begins.1 == nil ? left.source < right.source : begins.0 != nil
    }
    return first == second ? left.source < right.source : first < second
  }
}
