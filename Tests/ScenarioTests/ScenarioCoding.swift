import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation

extension ScenarioComparison {
  /// The scenario's encounters, coded together with the bundled tables, each beside what is expected of it.
  static func all(of file: ScenarioFile) throws -> [ScenarioComparison] {
    let tables = try bundledTables.get()
    let coder = Coder(
      tables: { tables.year(for: $0) }, policy: file.policy, explaining: true, pairs: file.edits.edits.pairs)
    let encounters = file.encounters.map(\.encounter)
    let derivations = coder.derivations(of: encounters)
    let earlier = EarlierLines.of(
      file.encounters.map { ($0.encounter, $0.billed) }, supported: coder.earlierDays(of: encounters))
    return file.encounters.indices.map { place in
      let (scenario, derivation) = (file.encounters[place], derivations[place])
      return ScenarioComparison(
        file: file, expected: scenario, derivation: derivation,
        findings: findings(scenario, derivation, earlier[place], of: file, tables))
    }
  }

  /// What differs from the bill and what checks found; empty where the scenario says nothing about findings.
  private static func findings(
    _ scenario: ScenarioEncounter, _ derivation: Derivation, _ earlier: EarlierLines, of file: ScenarioFile,
    _ tables: CodeTables
  ) -> [Finding] {
    guard scenario.findings != nil else { return [] }
    let date = derivation.charges.first?.serviceDate ?? scenario.billed.compactMap(\.serviceDate).min()
    let year = date.map { tables.year(for: $0) } ?? tables.latestYear
    let result = tables.reconciler(for: year, edits: file.edits.edits, policy: file.policy).findings(
      encounter: scenario.encounter, derivation: derivation, billed: scenario.billed,
      earlier: earlier)
    return result.findings.filter { $0.status != .match }
  }
}

extension Coder {
  /// The derivations of encounters that are coded together, in their order.
  func derivations(of encounters: [Encounter]) -> [Derivation] {
    zip(encounters, earlierDays(of: encounters)).map { derivation(of: $0, earlier: $1) }
  }
}

/// Loaded once for all scenarios.
let bundledTables = Result { try CodeTables.load(overrideFolder: nil) }
