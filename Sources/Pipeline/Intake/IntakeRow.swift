import CSV
import Infusion

/// One row of a medication administration record as understood, with what it says of its encounter.
package struct IntakeRow: Sendable {
  package var encounterID: String
  package var patientID: String?
  package var setting: Setting?
  package var placeOfService: String?
  package var department: String?
  package var arrival: ClockTime?
  package var departure: ClockTime?
  package var row: MARRow
  /// What the row says beside the other entries of its order.
  var tag: EventTag
  /// The billed code that a mixed file carries on the row.
  package var charge: ChargeLine?
  package var fingerprint: RowFingerprint
  /// See `CarriedColumns`.
  var carried: [String] = []
}

/// A row that a rule leaves out.
package struct SetAsideRow: Sendable {
  package enum Reason: String, CaseIterable, Sendable {
    /// The record says that the row was an error or was replaced (input IN-33).
    case void = "VOID"
    /// Equal to an earlier row in every mapped field (input IN-12).
    case duplicate = "DUPLICATE_ROW"
    /// A version of the same entry was saved later.
    case replaced = "REPLACED"
  }

  package let source: SourceRow
  package let encounterID: String
  package let reason: Reason
  /// The entry that a void row takes back, and when it was saved.
  var voided: EventTag.Version?

  init(source: SourceRow, encounterID: String, reason: Reason, voided: EventTag.Version? = nil) {
    self.source = source
    self.encounterID = encounterID
    self.reason = reason
    self.voided = voided
  }
}

/// What became of one row of a medication administration record.
package enum MAROutcome: Sendable {
  case row(IntakeRow)
  case excluded(SetAsideRow)
  case rejected(RowProblem)
}
