import Coding
import Infusion

/// The findings of an encounter while checks add to them.
struct CheckedFindings {
  private(set) var all: [Finding]
  /// Places of findings that hold more of a code than the record supports; what it does not settle is no surplus.
  private(set) var surplus: [Int]

  init(_ findings: [Finding]) {
    all = findings
    surplus = findings.indices.filter { place in
      findings[place].status != .review && (findings[place].suggestedUnits ?? 0) < (findings[place].billedUnits ?? 0)
    }
  }

  mutating func append(_ finding: Finding) {
    if finding.isSurplus { surplus.append(all.count) }
    all.append(finding)
  }

  /// Adds an objection to a finding; whether it is a surplus stays as it is.
  mutating func add(_ hit: CheckHit, of rule: CheckRule, at place: Int) {
    all[place].add(hit, of: rule)
  }

  /// Places of surplus findings of a code that answers.
  func surplus(where answers: (ProcedureCode) -> Bool) -> [Int] {
    surplus.filter { all[$0].code.map(answers) ?? false }
  }

  func surplus(of code: ProcedureCode) -> [Int] { surplus.filter { all[$0].code == code } }

  /// Whether a code that answers is what the record supports in the place of a surplus: its pair, or one of its day
  /// that was billed short and has no pair.
  func supports(insteadOf place: Int, where answers: (ProcedureCode) -> Bool) -> Bool {
    if let pair = all[place].pairsWith { return answers(pair.code) }
    return all.indices.contains { other in
      all[other].unitDifference > 0 && all[other].pairsWith == nil && all[other].serviceDate == all[place].serviceDate
        && (all[other].code.map(answers) ?? false)
    }
  }
}

extension Finding {
  fileprivate var isSurplus: Bool { status != .review && unitDifference < 0 }

  mutating func add(_ hit: CheckHit, of rule: CheckRule) {
    if status == .match { status = .check }
    objection = max(objection, hit.severity ?? rule.severity)
    severity = max(severity, objection)
    let isSaid =
      hit.saidBy.contains(where: reasonCodes.contains)
      // Two lines that pair with one in the same way are one objection.
      || (reasonCodes.contains(hit.key) && reason.contains(hit.sentence))
    if !isSaid { add(sentence: hit.sentence) }
    add(key: hit.key)
    add(rules: [rule.id])
  }
}
