import CodeTables
import Coding
import Infusion

extension ScenarioComparison {
  /// The scenario's encounters, coded together with the bundled tables, each beside what is expected of it.
  static func all(of file: ScenarioFile) throws -> [ScenarioComparison] {
    let tables = try bundledTables.get()
    let coder = Coder(tables: { tables.year(for: $0) }, policy: file.policy, explaining: true)
    let derivations = coder.derivations(of: file.encounters.map(\.encounter))
    return zip(file.encounters, derivations).map {
      ScenarioComparison(file: file, expected: $0, derivation: $1)
    }
  }
}

/// Loaded once for all scenarios.
let bundledTables = Result { try CodeTables.load(overrideFolder: nil) }
