/// Likeness of words, for suggestions in messages.
package enum Spelling {
  /// The known word that differs least from `word`; nil when none is alike.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let distances = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= mostSlips(in: word) ? best.word : nil
  }

  /// The known words that are alike one of `words`, the nearest first, then by the alphabet; may be empty.
  package static func nearest(_ count: Int, to words: [String], among known: some Sequence<String>) -> [String] {
    let words = words.map { $0.lowercased() }
    let alike = known.compactMap { name -> (distance: Int, name: String)? in
      let small = name.lowercased()
      let distances = words.compactMap { word -> Int? in
        let most = mostSlips(in: word)
        // Each letter too many or too few is a slip.
        guard abs(word.count - small.count) <= most else { return nil }
        let slips = distance(small, word)
        return slips <= most ? slips : nil
      }
      return distances.min().map { ($0, name) }
    }
    return alike.sorted { $0 < $1 }.prefix(count).map(\.name)
  }

  /// How many slips leave a word alike.
  private static func mostSlips(in word: String) -> Int { max(1, word.count / 3) }

  /// How many letters have to be added, left out, changed or swapped with their neighbour to turn one into the other.
  package static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var above: [Int] = []
    var row = Array(0...right.count)
    for i in left.indices {
      var next = [i + 1]
      for j in right.indices {
        var least = min(row[j] + (left[i] == right[j] ? 0 : 1), next[j] + 1, row[j + 1] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { least = min(least, above[j - 1] + 1) }
        next.append(least)
      }
      (above, row) = (row, next)
    }
    return row[right.count]
  }
}
