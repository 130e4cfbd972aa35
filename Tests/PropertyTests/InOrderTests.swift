import Infusion
import TestSupport
import Testing

/// Lists that most often are in order already.
@Suite struct InOrderTests {
  @Test func ordersAsSortingDoesAndLeavesEqualElementsAsTheyStood() {
    let seed = UInt64.random(in: .min ... .max)
    var draw = Draw(seed: seed)
    for _ in 0..<2_000 {
      let list = (0..<draw.number(0...12)).map { (place: $0, key: draw.number(0...4)) }
      let expected = list.sorted { ($0.key, $0.place) < ($1.key, $1.place) }
      #expect(list.inOrder { $0.key < $1.key }.map(\.place) == expected.map(\.place), "seed \(seed): \(list)")
    }
  }

  @Test func listInOrderIsNeitherCopiedNorSorted() {
    var comparisons = 0
    let ordered = Array(0..<100).inOrder {
      comparisons += 1
      return $0 < $1
    }
    #expect(ordered == Array(0..<100))
    #expect(comparisons == 99)
  }
}
