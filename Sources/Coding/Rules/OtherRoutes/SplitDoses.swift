import Infusion

/// One dose given as several shots: counted once for a code that counts doses, and where the organisation has chosen
/// so (coding-rules DSP-19).
enum SplitDoses {
  private struct Dose: Hashable {
    let bag: String
    let drug: DrugKey
  }

  /// The shots that count, each with the rows of the others of its dose; rows without a bag are doses of their own.
  static func counted(_ shots: [Giving], _ choice: Policy.SplitDose) -> [Giving] {
    choice == .eachDose ? joined(shots, citing: choice.cited) { _ in true } : shots
  }

  /// The same for those that count by the dose; all others as they are.
  static func joined(
    _ shots: [Giving], citing rules: [Rule] = [], where countsByDose: (Giving) -> Bool
  ) -> [Giving] {
    guard shots.contains(where: { $0.row.bag != nil && countsByDose($0) }) else { return shots }
    var counted: [Giving] = []
    var places: [Dose: Int] = [:]
    for shot in shots {
      guard let bag = shot.row.bag, shot.row.technique == .injection, countsByDose(shot) else {
        counted.append(shot)
        continue
      }
      let dose = Dose(bag: bag, drug: shot.row.drug)
      if let place = places[dose] {
        counted[place].mixedRows.append(shot.source)
        counted[place].rules += rules.map(\.id)
      } else {
        places[dose] = counted.count
        counted.append(shot)
      }
    }
    return counted
  }
}
