import Coding
import Infusion
import Reconciliation

/// One encounter with everything that was found out about it.
package struct CodedEncounter: Sendable {
  package let encounter: Encounter
  package let derivation: Derivation
  /// What comparing with the bill came to; nil when the job does not compare.
  package let result: EncounterResult?
  /// Findings that are not in the result, since the organisation suppresses them.
  package let suppressed: [SuppressedFinding]
  /// What to ask of those who keep the record; empty unless the job lists it.
  package let queries: [DocumentationQuery]
  /// Values of the columns to carry.
  package let carried: CarriedValues
  package let rowsUsed: Int
  /// Rows of the medication record that could not be read.
  package let rowsRejected: Int
  /// Whether a row or a charge line of it could not be read (input IN-51).
  package let isIncomplete: Bool
}
