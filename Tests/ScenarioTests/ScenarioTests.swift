import Coding
import Infusion
import Reconciliation
import Testing

/// Every scenario of `Tests/Scenarios`, read and coded.
@Suite struct ScenarioTests {
  @Test(arguments: ScenarioFile.allPaths)
  func codesWhatTheScenarioExpects(path: String) throws {
    let file = try ScenarioFile.load(path)
    let check = {
      for comparison in try ScenarioComparison.all(of: file) { comparison.record() }
    }
    guard let reason = file.pending else { return try check() }
    withKnownIssue(Comment(rawValue: reason)) { try check() }
  }

  @Test func provesEveryRule() throws {
    var proven: Set<RuleID> = []
    for path in ScenarioFile.allPaths {
      let file = try ScenarioFile.load(path)
      // What a pending scenario waits for is not proven, but known to be missing.
      if file.pending != nil { proven.formUnion(file.namedRules) }
      for comparison in try ScenarioComparison.all(of: file) { proven.formUnion(comparison.provenRules) }
    }
    let unproven = (RuleBook.all.map(\.id) + CheckRule.all.map(\.id)).filter { !proven.contains($0) }
    let names = unproven.sorted().map(\.description).joined(separator: " ")
    #expect(unproven.isEmpty, "no scenario both names these rules in `because` and is coded by them: \(names)")
  }

  @Test func findsTheScenarios() {
    #expect(ScenarioFile.allPaths.contains("Examples/infusion-of-15-minutes-is-a-push.txt"))
  }
}
