import Infusion

/// Makes a failing encounter as small as it can be and still fail.
enum Shrinking {
  static func smallest(_ tried: Case, fails: (Case) -> Bool) -> Case {
    var smallest = tried
    while let smaller = simpler(smallest.encounter).lazy.map({ Case($0, seed: tried.seed) }).first(where: fails) {
      smallest = smaller
    }
    return smallest
  }

  /// Encounters that are one step simpler, those with a row less first.
  private static func simpler(_ encounter: Encounter) -> [Encounter] {
    var simpler: [Encounter] = []
    for place in encounter.rows.indices {
      simpler.append(changed(encounter) { $0.rows.remove(at: place) })
    }
    if encounter.arrival != nil { simpler.append(changed(encounter) { $0.arrival = nil }) }
    if encounter.departure != nil { simpler.append(changed(encounter) { $0.departure = nil }) }
    for place in encounter.rows.indices {
      for step in steps where step.isPossible(encounter.rows[place]) {
        simpler.append(changed(encounter) { step.apply(&$0.rows[place]) })
      }
    }
    return simpler
  }

  private static func changed(_ encounter: Encounter, _ change: (inout Encounter) -> Void) -> Encounter {
    var changed = encounter
    change(&changed)
    return changed
  }

  /// One thing less in a row.
  private struct Step: Sendable {
    let isPossible: @Sendable (MARRow) -> Bool
    let apply: @Sendable (inout MARRow) -> Void
  }

  private static let steps: [Step] = [
    Step(isPossible: { !$0.facts.isEmpty }, apply: { $0.facts = [] }),
    Step(isPossible: { !$0.pauses.isEmpty }, apply: { $0.pauses = [] }),
    Step(isPossible: { $0.bag != nil }, apply: { $0.bag = nil }),
    Step(isPossible: { $0.pushMinutes != nil }, apply: { $0.pushMinutes = nil }),
    Step(isPossible: { $0.volumeMilliliters != nil }, apply: { $0.volumeMilliliters = nil }),
    Step(isPossible: { $0.rateMillilitersPerHour != nil }, apply: { $0.rateMillilitersPerHour = nil }),
    Step(isPossible: { $0.lastSeenRunning != nil }, apply: { $0.lastSeenRunning = nil }),
    Step(isPossible: { $0.due != nil }, apply: { $0.due = nil }),
    Step(isPossible: { $0.lesions != nil }, apply: { $0.lesions = nil }),
    Step(isPossible: { $0.route == .intraosseous }, apply: { $0.route = .intravenous }),
    Step(isPossible: { $0.site != nil && $0.site != "PIV L" }, apply: { $0.site = "PIV L" }),
  ]
}
