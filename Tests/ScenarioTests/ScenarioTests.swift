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

  /// Each check objects in one scenario, and in another, where its condition is just missed, it is silent.
  @Test func everyCheckHasBothSides() throws {
    var silent: Set<RuleID> = []
    for path in ScenarioFile.allPaths {
      let file = try ScenarioFile.load(path)
      guard !file.silent.isEmpty else { continue }
      #expect(file.encounters.contains { !$0.billed.isEmpty && $0.findings != nil }, "\(path) bills nothing")
      let cited = Set(try ScenarioComparison.all(of: file).flatMap(\.findings).flatMap(\.rules))
      let spoke = file.silent.intersection(cited).sorted()
      #expect(spoke.isEmpty, "\(path): \(spoke) should be silent")
      silent.formUnion(file.silent.subtracting(cited))
    }
    let checks = CheckRule.all.map(\.id).filter { $0.description.hasPrefix("CHK-") }
    #expect(checks.count == 36)
    let open = checks.filter { !silent.contains($0) }.map(\.description)
    #expect(open.isEmpty, "no scenario names these checks under `silent`: \(open.joined(separator: " "))")
  }

  @Test func findsTheScenarios() {
    #expect(ScenarioFile.allPaths.contains("Examples/infusion-of-15-minutes-is-a-push.txt"))
  }
}
