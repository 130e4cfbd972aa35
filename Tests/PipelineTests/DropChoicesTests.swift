import Testing

@testable import Pipeline

/// Which names are parts of one drop.
struct DropChoicesTests {
  @Test(arguments: [
    ("mar{drop}.*", "mar_2026-01-05.csv.gz", "_2026-01-05"), ("mar{drop}.*", "MAR.csv", ""),
    ("mar{drop}.*", "charges.csv", nil), ("mar{drop}.*", ".mar_1.csv", nil), ("mar{drop}.*", "mar_1", nil),
    ("*_{drop}_mar?.txt", "x_y_0105_mar2.txt", "y_0105"), ("{drop}", "anything", "anything"),
    ("{drop}-[0-9].csv", "jan-2.csv", "jan"), ("{drop}-[0-9].csv", "jan-x.csv", nil),
  ])
  func theKeyIsWhatStandsForTheDrop(_ pattern: String, name: String, key: String?) {
    #expect(DropPattern(pattern)?.key(of: name) == key)
  }

  @Test(arguments: ["mar.csv", "{drop}{drop}", "in/{drop}.csv", ""])
  func aPatternHasOnePlaceForTheDropAndNoFolder(_ text: String) {
    #expect(DropPattern(text) == nil)
  }

  @Test(arguments: [
    ("drop: {mar: \"mar.csv\"}", "drop.mar has the wrong shape"),
    ("drop: {stable_minutes: -1}", "drop.stable_minutes has the wrong shape"),
    ("drop: {sign: maybe}", "drop.sign cannot be \"maybe\""), ("drop: {chargs: none}", "did you mean charges?"),
  ])
  func whatCannotBeMeantIsNamed(_ yaml: String, says: String) {
    let error = #expect(throws: ConfigurationError.self) { try Configuration(yaml: yaml, file: "c.yaml") }
    #expect(error?.description.contains(says) == true)
  }
}
