import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation

extension ScenarioComparison {
  /// The scenario's encounters, coded together with the bundled tables, each beside what is expected of it.
  static func all(of file: ScenarioFile) throws -> [ScenarioComparison] {
    let tables = try bundledTables.get()
    let coder = Coder(tables: { tables.year(for: $0) }, policy: file.policy, explaining: true)
    let derivations = coder.derivations(of: file.encounters.map(\.encounter))
    return zip(file.encounters, derivations).map {
      ScenarioComparison(
        file: file, expected: $0, derivation: $1, findings: findings($0, $1, of: file, tables))
    }
  }

  /// What differs from the bill and what checks found; empty where the scenario says nothing about findings.
  private static func findings(
    _ scenario: ScenarioEncounter, _ derivation: Derivation, of file: ScenarioFile, _ tables: CodeTables
  ) -> [Finding] {
    guard scenario.findings != nil else { return [] }
    let date = derivation.charges.first?.serviceDate ?? scenario.billed.compactMap(\.serviceDate).min()
    let year = date.map { tables.year(for: $0) } ?? tables.latestYear
    let result = tables.reconciler(for: year, edits: file.edits.edits, policy: file.policy).findings(
      encounter: scenario.encounter, derivation: derivation, billed: scenario.billed)
    return result.findings.filter { $0.status != .match }
  }
}

/// Loaded once for all scenarios.
let bundledTables = Result { try CodeTables.load(overrideFolder: nil) }
