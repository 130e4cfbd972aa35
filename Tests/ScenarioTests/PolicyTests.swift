import CodeTables
import Coding
import Foundation
import Infusion
import Testing

/// Policy options by name, and that each is shown by scenarios.
@Suite struct PolicyTests {
  @Test func atFirstNothingIsChanged() {
    #expect(Policy().changed.isEmpty)
  }

  @Test(arguments: PolicyOption.all.filter { !$0.values.isEmpty })
  func everyValueIsSetAndReadBack(_ option: PolicyOption) throws {
    #expect(option.values.first == option.standard)
    for value in option.values {
      var policy = Policy()
      try policy.set(option.name, to: value)
      #expect(policy.changed == (value == option.standard ? [:] : [option.name: value]))
    }
  }

  @Test(arguments: [
    ("hydration_min_ml", "500"), ("bag_change_gap_min", "0"), ("kvo_rate_ml_h", "49.5"), ("facility_pos", "22,25"),
  ])
  func numbersAndListsAreSetAndReadBack(name: String, value: String) throws {
    var policy = Policy()
    try policy.set(name, to: value)
    #expect(policy.changed == [name: value])
    let standard = try #require(PolicyOption.all.first { $0.name == name }).standard
    try policy.set(name, to: standard)
    #expect(policy.changed.isEmpty)
  }

  @Test func defaultsThatTheTablesDecideAreThoseOfTheTables() throws {
    let day = try #require(CivilDate(year: 2026, month: 1, day: 5))
    let year = try bundledTables.get().year(for: day)
    let standards = Dictionary(uniqueKeysWithValues: PolicyOption.all.map { ($0.name, $0.standard) })
    #expect(standards["bag_change_gap_min"] == "\(year.thresholds.bagChangeGap)")
    #expect(standards["kvo_rate_ml_h"] == "\(year.thresholds.keepOpenMillilitersPerHour)")
    #expect(standards["facility_pos"] == year.facilityPlacesOfService.sorted().joined(separator: ","))
  }

  @Test(arguments: [
    ("hydration_min_ml", "-1"), ("bag_change_gap_min", "61"), ("bag_change_gap_min", "5.5"), ("kvo_rate_ml_h", ""),
    ("facility_pos", "22,2"), ("facility_pos", ""), ("sequential_min", "20"), ("dos_rule", "split_by_day"),
  ])
  func whatAnOptionCannotBeIsRefused(name: String, value: String) {
    var policy = Policy()
    #expect(throws: PolicyError.self) { try policy.set(name, to: value) }
    #expect(policy.changed.isEmpty)
  }

  @Test func anUnknownNameGetsTheNearestOne() {
    var policy = Policy()
    let error = #expect(throws: PolicyError.self) { try policy.set("hydration_min_mL", to: "500") }
    #expect(error?.description == "no policy is called hydration_min_mL; did you mean hydration_min_ml?")
  }

  @Test func everyDisputedPointIsARuleOnce() {
    let ids = RuleBook.all.map(\.id).filter { $0.description.hasPrefix("DSP-") }
    #expect(ids == (1...26).map { RuleID("DSP-" + ($0 < 10 ? "0" : "") + "\($0)") })
  }

  @Test(arguments: PolicyOption.all)
  func everyValueHasAScenario(_ option: PolicyOption) throws {
    let paths = ScenarioFile.allPaths.filter { $0.hasPrefix("Options/\(option.name)/") }
    let lines = try paths.flatMap { path in
      try String(contentsOf: ScenarioFile.folder.appending(path: path), encoding: .utf8).split(separator: "\n")
    }
    #expect(paths.count >= 2)
    for value in option.values { #expect(lines.contains("option: \(option.name)=\(value)"), "\(value)") }
  }
}

extension PolicyOption: CustomTestStringConvertible {
  package var testDescription: String { name }
}
