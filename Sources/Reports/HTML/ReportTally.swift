import Infusion
import Pipeline
import Reconciliation

/// What the report needs of the encounters of a run, gathered page by page in memory that does not grow.
package struct ReportTally: Sendable {
  private(set) var reasons = RollUp()
  private(set) var codes = RollUp()
  private(set) var drugs = RollUp()
  private(set) var departments = RollUp()
  private(set) var namesDepartments = false
  /// Findings of any status that a person must decide.
  private(set) var toDecide = 0
  private(set) var costliest: Costliest

  /// - Parameter timelines: how many encounters to draw.
  package init(timelines: Int = 10) {
    costliest = Costliest(limit: timelines)
  }

  package mutating func add(_ coded: CodedEncounter) {
    guard let result = coded.result else { return }
    if !coded.encounter.departments.isEmpty { namesDepartments = true }
    toDecide += result.findings.count(where: \.needsReview)
    let differences = result.findings.filter(\.status.isDifference)
    guard !differences.isEmpty else { return }
    let drugs = Dictionary(coded.encounter.rows.map { ($0.source, $0.drug.description) }) { first, _ in first }
    let department = Self.department(of: coded.encounter)
    for finding in differences {
      for reason in finding.reasonCodes { reasons.add(finding, under: reason) }
      codes.add(finding, under: finding.code?.description ?? "no single code", note: finding.description)
      let names = Set(finding.recordRows.compactMap { drugs[$0] }).sorted()
      for name in names.isEmpty ? ["no drug in the record"] : names { self.drugs.add(finding, under: name) }
      departments.add(finding, under: department)
    }
    costliest.add(coded)
  }

  /// Adds what was gathered of encounters that follow.
  package mutating func add(_ later: ReportTally) {
    reasons.add(later.reasons)
    codes.add(later.codes)
    drugs.add(later.drugs)
    departments.add(later.departments)
    namesDepartments = namesDepartments || later.namesDepartments
    toDecide += later.toDecide
    costliest.add(later.costliest)
  }

  private static func department(of encounter: Encounter) -> String {
    switch encounter.departments.count {
    case 0: "not named"
    case 1: encounter.departments.first ?? ""
    default: "several departments"
    }
  }
}

extension Finding.Status {
  /// Whether it asks anything of anybody.
  var isDifference: Bool { self != .match && self != .notReportable }
}
