import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation
import Testing

/// The other side of every check: a bill of exactly what the record supports draws no error.
///
/// One alone may: what NCCI pairs needs a modifier by which the biller vouches for both codes (coding-rules CHK-23), and
/// that is nothing that a record tells.
@Suite struct BilledAsSupportedTests {
  @Test(arguments: ScenarioFile.allPaths)
  func isNoError(path: String) throws {
    let file = try ScenarioFile.load(path)
    guard file.pending == nil else { return }
    let tables = try bundledTables.get()
    for comparison in try ScenarioComparison.all(of: file) {
      let derivation = comparison.derivation
      guard let day = derivation.charges.first?.serviceDate else { continue }
      let billed = derivation.charges.enumerated().map { place, charge in
        ChargeLine(
          source: SourceRow(file: 0, line: place + 2, row: place + 1), code: charge.code, units: charge.units,
          modifiers: charge.modifiers, serviceDate: charge.serviceDate)
      }
      let result = tables.reconciler(for: tables.year(for: day), edits: tables.billingEdits, policy: file.policy)
        .findings(encounter: comparison.expected.encounter, derivation: derivation, billed: billed)
      let errors = result.findings.filter { $0.severity == .error && $0.reasonCodes != ["NCCI_PAIR"] }
        .map { "\($0.code?.description ?? "") \($0.status) \($0.reasonCodes.joined(separator: " ")): \($0.reason)" }
      #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    }
  }
}
