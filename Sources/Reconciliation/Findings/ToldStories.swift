/// Stories as a reader wants them: none twice, the first few in full.
package struct ToldStories {
  /// Distinct stories in their order; one that happened more than once says so.
  package let told: [String]
  /// How many distinct stories are left out.
  package let untold: Int

  package init(_ stories: [String], most: Int) {
    let distinct = Self.counted(stories)
    told = distinct.prefix(most).map { $0.count == 1 ? $0.story : $0.story + Self.times($0.count) }
    untold = max(0, distinct.count - most)
  }

  /// Each story with how often it is there, in the order in which they first come.
  private static func counted(_ stories: [String]) -> [(story: String, count: Int)] {
    var distinct: [(story: String, count: Int)] = []
    // Few are found faster by looking at them than by hashing.
    var places: [String: Int]? = stories.count > 16 ? [:] : nil
    for story in stories {
      if let place = places.map({ $0[story] }) ?? distinct.firstIndex(where: { $0.story == story }) {
        distinct[place].count += 1
      } else {
        places?[story] = distinct.count
        distinct.append((story, 1))
      }
    }
    return distinct
  }

  private static func times(_ count: Int) -> String { count == 2 ? ", twice" : ", \(count) times" }
}
