/// The stable keys that matching itself gives to findings; keys of checks stand beside the checks, those of notices and
/// excluded rows in `Coding`.
package enum ReasonCode: String, CaseIterable, Sendable {
  case missedCharge = "MISSED_CHARGE"
  case missedUnits = "MISSED_UNITS"
  case noDocumentation = "NO_DOCUMENTATION"
  case unsupportedUnits = "UNSUPPORTED_UNITS"
  /// Billed without support, while a code that it may stand for is supported and was not billed.
  case otherCodeSupported = "OTHER_CODE_SUPPORTED"
  /// A further hour was billed, and what ran was too short to earn one.
  case hourTooShort = "HOUR_TOO_SHORT"
  /// More was billed than the one service that drugs of one bag or syringe are.
  case oneContainer = "ONE_CONTAINER"
  case modifierMissing = "MODIFIER_MISSING"
  case modifierNotDerived = "MODIFIER_NOT_DERIVED"
  case dateMismatch = "DOS_MISMATCH"
  /// More was reversed than billed.
  case negativeUnits = "NEGATIVE_UNITS"
  /// A row of the encounter was rejected, so that nothing about it is sure (input IN-51).
  case incompleteEncounter = "INCOMPLETE_ENCOUNTER"
}
