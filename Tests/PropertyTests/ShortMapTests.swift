import Infusion
import TestSupport
import Testing

@testable import Coding

/// Few keys are looked through and many are hashed; nobody can tell which.
@Suite struct ShortMapTests {
  @Test func holdsWhatADictionaryHolds() {
    let seed = UInt64.random(in: .min ... .max)
    var draw = Draw(seed: seed)
    for most in [1, 31, 32, 33, 34, 200] {
      var (map, expected) = (ShortMap<Int, [Int]>(), [Int: [Int]]())
      for step in 0..<1_000 {
        let key = draw.number(1...most)
        if draw.chance(50) {
          map[key, default: [key]].append(step)
          expected[key, default: [key]].append(step)
        } else {
          map.set(key, to: [step])
          expected[key] = [step]
        }
        let other = draw.number(0...(most + 1))
        #expect(map[other] == expected[other], "seed \(seed), \(most) keys, step \(step)")
      }
      #expect((0...(most + 1)).allSatisfy { map[$0] == expected[$0] }, "seed \(seed), \(most) keys")
    }
  }

  /// Counts how often two of its kind are compared.
  private struct Counted: Hashable {
    final class Comparisons { var count = 0 }

    let number: Int
    let comparisons: Comparisons

    static func == (left: Counted, right: Counted) -> Bool {
      left.comparisons.count += 1
      return left.number == right.number
    }
    func hash(into hasher: inout Hasher) { hasher.combine(number) }
  }

  @Test func manyKeysCostNoMoreEachThanFew() {
    let comparisons = Counted.Comparisons()
    let keys = (0..<20_000).map { Counted(number: $0, comparisons: comparisons) }
    var map = ShortMap<Counted, Int>()
    for key in keys { map.set(key, to: key.number) }
    #expect(keys.allSatisfy { map[$0] == $0.number })
    #expect(comparisons.count < 20 * keys.count, "\(comparisons.count) comparisons for \(keys.count) keys")
  }

  @Test(arguments: [2, 31, 32, 33, 34, 100])
  func linesUsedOneAfterAnotherAreOneSite(count: Int) {
    let date = RandomEncounter.firstDate
    let rows = (0..<count).map { number in
      var row = MARRow(
        source: SourceRow(file: 0, line: number + 2, row: number + 1), drug: DrugKey(ingredients: ["ketorolac"]),
        drugClass: .therapeutic, route: .intravenous)
      row.technique = .infusion
      // Further apart than a change of bags.
      row.start = ClockTime(date, minuteOfDay: 0).advanced(byMinutes: 50 * number)
      row.stop = row.start?.advanced(byMinutes: 35)
      row.site = "line \(number)"
      return row
    }
    let encounter = Encounter(id: "E1", setting: .facility, rows: rows.reversed())
    let derivation = Engine.derivation(of: encounter)
    #expect(derivation.sites.map(\.names) == [rows.compactMap(\.site)])
    let onOneLine = changedRows(of: encounter) { $0.site = "line 0" }
    #expect(Outcome.lines(derivation) == Outcome.lines(Engine.derivation(of: onOneLine)))
  }
}

/// Sets of minutes that grow in place.
@Suite struct IntervalSetTests {
  @Test func growsAsItIsJoined() {
    let seed = UInt64.random(in: .min ... .max)
    var draw = Draw(seed: seed)
    for _ in 0..<500 {
      var grown = IntervalSet()
      var joined = IntervalSet()
      for _ in 0..<8 {
        let pieces = (0..<draw.number(0...2)).map { _ in
          let start = ClockTime(RandomEncounter.firstDate, minuteOfDay: draw.number(0...60))
          return Interval(start, start.advanced(byMinutes: draw.number(0...10)))
        }
        grown.formUnion(IntervalSet(pieces))
        joined = joined.union(IntervalSet(pieces))
        #expect(grown == joined, "seed \(seed)")
      }
    }
  }
}
