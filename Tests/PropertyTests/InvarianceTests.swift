import Infusion
import TestSupport
import Testing

/// Changes of the record that must not change the codes.
@Suite struct InvarianceTests {
  @Test func theOrderOfRowsDoesNotMatter() {
    everyCase { tried in
      var draw = tried.draw
      var (backwards, shuffled) = (tried.encounter, tried.encounter)
      backwards.rows.reverse()
      shuffled.rows.shuffle(using: &draw)
      return Self.reordered(tried, backwards) ?? Self.reordered(tried, shuffled)
    }
  }

  @Test func explainingDoesNotMatter() {
    everyCase { tried in
      let explained = Engine.derivation(of: tried.encounter, explaining: true)
      return difference("results", Outcome(tried.derivation), Outcome(explained))
    }
  }

  @Test func namesOfSitesDoNotMatter() {
    everyCase { tried in
      let renamed = changedRows(of: tried.encounter) { $0.site = $0.site.map { "Ward 3 " + $0 } }
      return difference(
        "results", Outcome(tried.derivation, site: { "Ward 3 " + $0 }), Outcome(Engine.derivation(of: renamed)))
    }
  }

  @Test(arguments: [1, 7])
  func anotherDayMovesOnlyDates(days: Int) {
    everyCase { tried in
      let later = Engine.derivation(of: tried.encounter.moved(byDays: days))
      return difference("results", Outcome(tried.derivation), Outcome(later, days: Int32(days)))
    }
  }

  /// Which of two equal rows is coded, their place in the file decides; what they come to must not change.
  private static func reordered(_ tried: Case, _ change: Encounter) -> String? {
    let after = Engine.derivation(of: change)
    guard !hasTies(tried.encounter) else {
      return difference("charges", Outcome.lines(tried.derivation), Outcome.lines(after))
    }
    return difference("results", Outcome(tried.derivation), Outcome(after))
  }

  /// Whether two rows differ in their place in the file alone, as far as rules rank them (coding-rules HIER-04).
  private static func hasTies(_ encounter: Encounter) -> Bool {
    let keys = encounter.rows.filter(\.isGiven).map { row in
      let name = row.drugClass == .vaccine ? "vaccine" : row.drug.description
      return "\(name) \(row.start?.description ?? "-")"
    }
    return Set(keys).count < keys.count
  }
}

/// The encounter with each row changed in the same way.
func changedRows(of encounter: Encounter, _ change: (inout MARRow) -> Void) -> Encounter {
  var encounter = encounter
  for place in encounter.rows.indices { change(&encounter.rows[place]) }
  return encounter
}

extension Encounter {
  func moved(byDays days: Int) -> Encounter {
    func moved(_ time: ClockTime?) -> ClockTime? { time?.advanced(byMinutes: days * 1_440) }
    var encounter = changedRows(of: self) { row in
      row.start = moved(row.start)
      row.stop = moved(row.stop)
      row.due = moved(row.due)
      row.lastSeenRunning = moved(row.lastSeenRunning)
      row.pauses = row.pauses.map {
        Interval($0.start.advanced(byMinutes: days * 1_440), $0.stop.advanced(byMinutes: days * 1_440))
      }
    }
    encounter.arrival = moved(arrival)
    encounter.departure = moved(departure)
    encounter.datesWithOtherServices = Set(
      datesWithOtherServices.map { CivilDate(daysSince1970: $0.daysSince1970 + Int32(days)) })
    return encounter
  }
}
