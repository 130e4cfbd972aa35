import Foundation
import Generation
import Infusion
import Reconciliation
import Testing

private func plan(seed: UInt64, encounters: Int = 600) throws -> Plan {
  var plan = Plan(encounters: encounters, firstDay: try #require(CivilDate(iso: "2026-01-05")))
  plan.seed = seed
  plan.errorsInThousand = 400
  return plan
}

/// What was written down of each visit, and what the program finds without knowing it.
@Test(arguments: [1, 2, 3, 20_260_105] as [UInt64], RecordStyle.allCases)
func findingsAreTheAnswer(seed: UInt64, style: RecordStyle) throws {
  var plan = try plan(seed: seed)
  plan.style = style
  let generated = try Generated(plan)
  let answer = try generated.answer()
  let findings = Dictionary(try generated.findings().map { ($0.place, $0.told) }) { "\($0), and \($1)" }
  #expect(answer.count > 1_000)
  for (place, status) in answer where findings[place] != status {
    Issue.record("seed \(seed), \(place): the answer is \(status), found \(findings[place] ?? "nothing")")
  }
  for (place, status) in findings where answer[place] == nil {
    Issue.record("seed \(seed), \(place): found \(status), the answer has no such line")
  }
}

@Test func bothStylesOfOneRecordHaveTheSameFindings() throws {
  var findings: [[Finding]] = []
  for style in RecordStyle.allCases {
    var plan = try plan(seed: 5)
    plan.style = style
    findings.append(
      try Generated(plan).findings().map { finding in
        var finding = finding
        // Rows are numbered in their own files.
        finding.recordRows = []
        return finding
      })
  }
  #expect(findings[0].count > 1_000)
  #expect(findings[0] == findings[1])
}

@Test func everyVisitAndEveryMistakeIsMade() throws {
  let counts = try Generated(plan(seed: 8, encounters: 4_000)).counts
  #expect(counts.visits.count == 79)
  #expect(
    counts.errors.keys.sorted() == [
      "bolus_before_drip", "cancer_drug_as_injection", "chemotherapy_beside_chemotherapy", "concurrent_as_sequential",
      "drug_units", "duplicate_line", "extra_hour", "fluid_not_given", "flush_beside_drug", "hydration_beside_drug",
      "hydration_too_short", "infusion_as_push", "infusion_without_stop", "keep_open_as_hydration", "lost_hour",
      "missed_charge", "missing_parent", "not_given", "push_as_infusion", "repeated_push_in_office",
      "repeated_push_too_soon", "restart_as_second_site", "same_drug_too_short", "second_concurrent", "second_initial",
      "second_site_unmarked", "sequential_as_concurrent", "transfusion_by_the_unit", "vitamins_as_hydration",
      "waste_missing", "wrong_day",
    ])
}
