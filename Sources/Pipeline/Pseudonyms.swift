import ByteStreams
import Infusion
import Reconciliation

/// Names in place of encounter ids: the same for the same id and key, and without the key nobody can tell whose they are.
package struct Pseudonyms: Sendable {
  /// A shorter key could be guessed.
  package static let leastKeyBytes = 32

  private let hash: KeyedHash

  /// Nil for a key that is too short; a line end behind it does not count.
  package init?(key: [UInt8]) {
    let trimmed = key.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed()
    guard trimmed.count >= Self.leastKeyBytes else { return nil }
    hash = KeyedHash(key: Array(trimmed))
  }

  /// 32 hexadecimal digits, which is enough for no two ids of a hospital to share one.
  package func name(of encounterID: String) -> String { String(hash.digest(of: encounterID).prefix(32)) }

  /// Tells one key from another without giving it away.
  package var fingerprint: String { String(hash.digest(of: "fingerprint of the key").prefix(16)) }

  /// The encounter without ids of a patient, in everything that was found out about it.
  func hiding(_ coded: CodedEncounter) -> CodedEncounter {
    let name = name(of: coded.encounter.id)
    var encounter = coded.encounter
    encounter.id = name
    encounter.patientID = nil
    return CodedEncounter(
      encounter: encounter, derivation: coded.derivation, result: coded.result?.with(encounterID: name),
      suppressed: coded.suppressed.map {
        var finding = $0.finding
        finding.encounterID = name
        return SuppressedFinding(finding: finding, suppression: $0.suppression)
      },
      queries: coded.queries.map { $0.with(encounterID: name) }, carried: coded.carried, rowsUsed: coded.rowsUsed,
      rowsRejected: coded.rowsRejected, isIncomplete: coded.isIncomplete)
  }

  /// A row that cannot be read, without anything that stands in it.
  func hiding(_ problem: RowProblem) -> RowProblem {
    var hidden = RowProblem(
      source: problem.source, field: problem.field, rule: problem.rule, problem: problem.problem, fix: problem.fix)
    hidden.encounterID = problem.encounterID.map(name)
    return hidden
  }
}
