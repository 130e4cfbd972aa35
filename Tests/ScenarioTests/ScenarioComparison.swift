import Coding
import Infusion
import Reconciliation
import Testing

/// What the engine said of one encounter, beside what its scenario expects.
struct ScenarioComparison {
  let file: ScenarioFile
  let expected: ScenarioEncounter
  let derivation: Derivation
  /// Those that are no plain match.
  var findings: [Finding] = []

  /// Records one issue for each part that differs, at the line of the scenario.
  func record() {
    compare(
      expected.charges, derivation.charges.map { ($0.key, rules(for: $0)) }, "charges",
      line: expected.expectLine ?? expected.line, counts: true)
    if let notices = expected.notices {
      let got = derivation.notices.flatMap { notice in notice.keys.map { ($0, Set(notice.rules)) } }
      compare(notices, got, "notices", line: notices.first?.line ?? expected.line, counts: false)
    }
    if let excluded = expected.excluded {
      let got = derivation.excluded.map { row in
        (ExclusionKey(row: Int(row.row.row), reason: row.reason), Set(row.rules))
      }
      compare(excluded, got, "excluded rows", line: excluded.first?.line ?? expected.line, counts: false)
    }
    if let wanted = expected.findings {
      let asksSeverity = wanted.contains { $0.key.severity != nil }
      compare(
        wanted, findings.map { ($0.key(withSeverity: asksSeverity), Set($0.rules)) }, "findings",
        line: wanted.first?.line ?? expected.line,
        counts: true)
    }
  }

  /// Rules that a line of the scenario and the engine's result both cite.
  var provenRules: Set<RuleID> {
    var proven: Set<RuleID> = []
    for line in expected.charges {
      for charge in derivation.charges where charge.key == line.key {
        proven.formUnion(rules(for: charge).intersection(line.because))
      }
    }
    for line in expected.notices ?? [] {
      for notice in derivation.notices where notice.keys.contains(line.key) {
        proven.formUnion(Set(notice.rules).intersection(line.because))
      }
    }
    for line in expected.excluded ?? [] {
      for row in derivation.excluded where Int(row.row.row) == line.key.row {
        proven.formUnion(Set(row.rules).intersection(line.because))
      }
    }
    for line in expected.findings ?? [] {
      for finding in findings where finding.key(withSeverity: line.key.severity != nil) == line.key {
        proven.formUnion(Set(finding.rules).intersection(line.because))
      }
    }
    return proven
  }

  /// Rules that made the charge, and those of the steps that led to it.
  private func rules(for charge: ExpectedCharge) -> Set<RuleID> {
    let rows = Set(charge.rows)
    let steps = derivation.steps.filter { $0.rows.isEmpty || !rows.isDisjoint(with: $0.rows) }
    return Set(charge.rules).union(steps.flatMap(\.rules))
  }

  /// - Parameter counts: whether two equal lines differ from one.
  private func compare<Key: Hashable & Sendable & CustomStringConvertible>(
    _ wanted: [ExpectedLine<Key>], _ got: [(key: Key, rules: Set<RuleID>)], _ what: String, line: Int, counts: Bool
  ) {
    let wantedKeys = wanted.map(\.key.description).sorted()
    let gotKeys = got.map(\.key.description).sorted()
    guard counts ? wantedKeys == gotKeys : Set(wantedKeys) == Set(gotKeys) else {
      return issue("\(what) differ\nexpected\n\(listing(wantedKeys))\ngot\n\(listing(gotKeys))", line: line)
    }
    for expectation in wanted {
      let results = got.filter { $0.key == expectation.key }
      let absent = expectation.because.filter { rule in !results.contains { $0.rules.contains(rule) } }
      guard !absent.isEmpty else { continue }
      let cited = results.map { $0.rules.sorted().map(\.description).joined(separator: " ") }.joined(separator: " / ")
      let names = absent.map(\.description).joined(separator: " ")
      issue("\(expectation.key) does not rest on \(names); the engine cites \(cited)", line: expectation.line)
    }
  }

  private func listing(_ keys: [String]) -> String {
    keys.isEmpty ? "  nothing" : keys.map { "  " + $0 }.joined(separator: "\n")
  }

  private func issue(_ text: String, line: Int) {
    Issue.record(Comment(rawValue: "\(file.path):\(line): \(text)"), sourceLocation: file.location(line: line))
  }
}

extension ScenarioFile {
  /// A place in the text file, for failures to point at.
  func location(line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "Scenarios/" + (path.split(separator: "/").last ?? ""), filePath: path, line: line, column: 1)
  }
}

extension ExpectedCharge {
  var key: ChargeKey { ChargeKey(code: code, units: units, modifiers: modifiers, date: serviceDate) }
}

extension Notice {
  var keys: [NoticeKey] {
    rows.isEmpty ? [NoticeKey(kind: kind, row: nil)] : rows.map { NoticeKey(kind: kind, row: Int($0.row)) }
  }
}

extension Finding {
  func key(withSeverity: Bool) -> FindingKey {
    FindingKey(
      code: code?.description ?? "", status: status.rawValue, keys: reasonCodes.sorted(),
      severity: withSeverity ? severity.rawValue : nil)
  }
}
