import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation
import Testing

/// The other side of every check: a bill of exactly what the record supports draws no error, whoever pays.
@Suite struct BilledAsSupportedTests {
  @Test(arguments: ScenarioFile.allPaths)
  func isNoError(path: String) throws {
    let file = try ScenarioFile.load(path)
    guard file.pending == nil else { return }
    for encounters in [file.encounters.map(\.encounter), file.encounters.map { $0.encounter.paidByMedicare }] {
      let errors = try errors(of: encounters, policy: file.policy)
      #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    }
  }

  private func errors(of encounters: [Encounter], policy: Policy) throws -> [String] {
    let tables = try bundledTables.get()
    let coder = Coder(tables: { tables.year(for: $0) }, policy: policy, pairs: tables.billingEdits.pairs)
    let derivations = coder.derivations(of: encounters)
    return zip(encounters, derivations).flatMap { encounter, derivation -> [String] in
      guard let day = derivation.charges.first?.serviceDate else { return [] }
      let reconciler = tables.reconciler(for: tables.year(for: day), edits: tables.billingEdits, policy: policy)
      let result = reconciler.findings(encounter: encounter, derivation: derivation, billed: derivation.bill)
      return result.findings.filter { $0.severity == .error }
        .map { "\($0.code?.description ?? "") \($0.status) \($0.reasonCodes.joined(separator: " ")): \($0.reason)" }
    }
  }
}

extension Encounter {
  fileprivate var paidByMedicare: Encounter {
    var encounter = self
    for place in rows.indices { encounter.rows[place].facts.insert(.medicare) }
    return encounter
  }
}

extension Derivation {
  /// A bill of just what is suggested, line by line.
  fileprivate var bill: [ChargeLine] {
    charges.enumerated().map { place, charge in
      ChargeLine(
        source: SourceRow(file: 0, line: place + 2, row: place + 1), code: charge.code, units: charge.units,
        modifiers: charge.modifiers, serviceDate: charge.serviceDate)
    }
  }
}
