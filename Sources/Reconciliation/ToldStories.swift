/// Stories as a reader wants them: none twice, the first few in full.
package struct ToldStories {
  /// Distinct stories in their order; one that happened more than once says so.
  package let told: [String]
  /// How many distinct stories are left out.
  package let untold: Int

  package init(_ stories: [String], most: Int) {
    var counts: [String: Int] = [:]
    var distinct: [String] = []
    for story in stories {
      if counts[story] == nil { distinct.append(story) }
      counts[story, default: 0] += 1
    }
    told = distinct.prefix(most).map { $0 + Self.times(counts[$0] ?? 1) }
    untold = max(0, distinct.count - most)
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: ""
    case 2: ", twice"
    default: ", \(count) times"
    }
  }
}
