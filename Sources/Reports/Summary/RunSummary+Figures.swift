import Pipeline
import Reconciliation

/// Figures that follow from a summary.
extension RunSummary {
  /// By the word that stands in the findings table.
  var findingCounts: [String: Int] {
    Dictionary(uniqueKeysWithValues: findingsByStatus.map { ($0.key.rawValue, $0.value) })
  }

  var encounterCounts: [String: Int] {
    Dictionary(uniqueKeysWithValues: encountersByStatus.map { ($0.key.rawValue, $0.value) })
  }

  var findings: Int { findingsByStatus.values.reduce(0, +) }

  /// Rows of the medication record and charge lines read in a second, rounded down; 0 when no time has passed.
  var rowsPerSecond: Int {
    timing.elapsedMilliseconds > 0 ? (rows.read + chargeLines.read) * 1_000 / timing.elapsedMilliseconds : 0
  }
}
