import Coding
import Infusion
import Reconciliation

extension EarlierLines {
  private struct Key: Hashable {
    let code: ProcedureCode
    let date: CivilDate
    let modifiers: [Modifier]
  }

  /// For each visit, the lines of the same patient's earlier ones that have a date of their own.
  ///
  /// - Parameter supported: what the record of earlier visits supports, visit by visit, as the coder carries it.
  /// - Returns: as many values as visits, in their order; empty where the patient is not known or has one encounter.
  package static func of(
    _ visits: [(encounter: Encounter, charges: [ChargeLine])], supported: [EarlierDays]
  ) -> [EarlierLines] {
    var earlier = [EarlierLines](repeating: EarlierLines(), count: visits.count)
    for places in visits.map(\.encounter).placesByPatient {
      var seen = EarlierLines()
      for (place, next) in zip(places, places.dropFirst()) {
        seen.add(
          net(visits[place].charges).map { key, units in
            EarlierLine(
              code: key.code, date: key.date, units: units, modifiers: key.modifiers,
              isSupported: supported[next].codes(on: key.date).contains { $0.code == key.code })
          })
      }
      for (count, place) in places.enumerated() { earlier[place] = seen.ofFirst(count) }
    }
    return earlier
  }

  private static func net(_ lines: [ChargeLine]) -> [(Key, Int)] {
    var units: [Key: Int] = [:]
    for line in lines {
      guard let date = line.serviceDate else { continue }
      units[Key(code: line.code, date: date, modifiers: line.modifiers.sorted()), default: 0] += line.units
    }
    return units.filter { $0.value > 0 }.sorted {
      ($0.key.date, $0.key.code, $0.key.modifiers.map(\.description).joined())
        < ($1.key.date, $1.key.code, $1.key.modifiers.map(\.description).joined())
    }.map { ($0.key, $0.value) }
  }
}
