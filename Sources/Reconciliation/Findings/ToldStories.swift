/// Stories as a reader wants them: none twice, the first few in full.
package struct ToldStories {
  /// Distinct stories in their order; one that happened more than once says so.
  package let told: [String]
  /// How many distinct stories are left out.
  package let untold: Int

  package init(_ stories: [String], most: Int) {
    var distinct: [(story: String, count: Int)] = []
    var places: [String: Int] = [:]
    for story in stories {
      if let place = places[story] {
        distinct[place].count += 1
      } else {
        places[story] = distinct.count
        distinct.append((story, 1))
      }
    }
    told = distinct.prefix(most).map { $0.count == 1 ? $0.story : $0.story + Self.times($0.count) }
    untold = max(0, distinct.count - most)
  }

  private static func times(_ count: Int) -> String { count == 2 ? ", twice" : ", \(count) times" }
}
