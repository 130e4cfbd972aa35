import CSV
import Infusion

/// One row of a medication administration record as understood, with what it says of its encounter.
///
/// An object: it is wide, and goes through several hands.
package final class IntakeRow: Sendable {
  package let encounterID: String
  package let patientID: String?
  package let setting: Setting?
  package let placeOfService: String?
  package let department: String?
  package let arrival: ClockTime?
  package let departure: ClockTime?
  package let row: MARRow
  /// What the row says beside the other entries of its order.
  let tag: EventTag
  /// The billed code that a mixed file carries on the row.
  package let charge: ChargeLine?
  package let fingerprint: RowFingerprint

  init(
    encounterID: String, patientID: String?, setting: Setting?, placeOfService: String?, department: String?,
    arrival: ClockTime?, departure: ClockTime?, row: consuming MARRow, tag: consuming EventTag, charge: ChargeLine?,
    fingerprint: RowFingerprint
  ) {
    (self.encounterID, self.patientID, self.setting) = (encounterID, patientID, setting)
    (self.placeOfService, self.department) = (placeOfService, department)
    (self.arrival, self.departure) = (arrival, departure)
    self.row = row
    self.tag = tag
    (self.charge, self.fingerprint) = (charge, fingerprint)
  }
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
