import Coding
import Infusion
import Testing

/// Nothing that was recorded is lost, and every charge says what it rests on.
@Suite struct TraceTests {
  @Test func everyRowIsCodedExcludedOrNoted() {
    everyCase { tried in
      tried.lostRows.first.map { "the row of \($0.drugName) at \($0.start?.clock ?? "no time") is in no result" }
    }
  }

  @Test func noRowIsExcludedTwice() {
    everyCase { tried in
      let rows = tried.derivation.excluded.map(\.row)
      return rows.count == Set(rows).count ? nil : "a row is excluded twice: \(rows.map(\.row))"
    }
  }

  @Test func noExcludedRowIsCharged() {
    everyCase { tried in
      let both = Set(tried.derivation.excluded.map(\.row)).intersection(tried.derivation.charges.flatMap(\.rows))
      return both.isEmpty ? nil : "rows both excluded and charged: \(both.map(\.row).sorted())"
    }
  }

  @Test func whatWasNotGivenIsExcludedOnce() {
    everyCase { tried in
      let held = tried.encounter.rows.filter { !$0.isGiven }.map(\.source).sorted()
      return difference(
        "held rows and rows excluded as not given", held.map(\.row),
        tried.derivation.excluded.filter { $0.reason == .notGiven }.map(\.row.row))
    }
  }

  @Test func everyChargeRestsOnRulesAndRows() {
    let known = Set(RuleBook.all.map(\.id))
    everyCase { tried in
      let rows = Set(tried.encounter.rows.filter(\.isGiven).map(\.source))
      for charge in tried.derivation.charges {
        if charge.units < 1 { return "\(charge.code) has \(charge.units) units" }
        if charge.rules.isEmpty || !known.isSuperset(of: charge.rules) {
          return "\(charge.code) cites rules that are not known: \(Set(charge.rules).subtracting(known))"
        }
        if charge.rows.isEmpty || !rows.isSuperset(of: charge.rows) {
          return "\(charge.code) rests on rows that were not given: \(Set(charge.rows).subtracting(rows))"
        }
        if charge.services.map({ tried.derivation.services[$0].units }).reduce(0, +) != charge.units {
          return "the services of \(charge.code) do not add up to \(charge.units)"
        }
      }
      return nil
    }
  }
}

extension Case {
  /// Rows of which no result tells.
  var lostRows: [MARRow] {
    let told = Set(
      derivation.charges.flatMap(\.rows) + derivation.excluded.map(\.row) + derivation.notices.flatMap(\.rows))
    return encounter.rows.filter { !told.contains($0.source) }
  }
}
