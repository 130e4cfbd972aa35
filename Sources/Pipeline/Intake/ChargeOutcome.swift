import CSV
import Infusion

/// One billed line as understood, with what it says of its encounter.
package struct IntakeCharge: Sendable {
  package var encounterID: String
  package var line: ChargeLine
  package var setting: Setting?
  package var placeOfService: String?
  /// What makes two lines the same one (input IN-11); nil for a line without an id of its own, which always counts.
  package var identity: RowFingerprint?
  /// See `CarriedColumns`.
  var carried: [String] = []
}

/// A billed line that has nothing to do with drug administration (input IN-10).
package struct IgnoredCharge: Sendable {
  package let source: SourceRow
  package let encounterID: String
  /// A day with another service (coding-rules ALG-19).
  package let serviceDate: CivilDate?
  /// A visit, which is not judged but looked at beside drug administration (coding-rules CHK-17).
  package let visit: ChargeLine?
}

/// What became of one record of a charge export.
package enum ChargeOutcome: Sendable {
  case line(IntakeCharge)
  case ignored(IgnoredCharge)
  case excluded(SetAsideRow)
  case rejected(RowProblem)
}
