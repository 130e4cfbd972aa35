/// What an entry of a medication administration record says was done (input section 4).
@usableFromInline package enum ActionWord: String, CaseIterable, Sendable {
  case begin
  case given
  /// Still running: a rate change, a check, a handoff.
  case running
  case pause
  case resume
  case end
  /// Done: ends what was begun; where nothing was, the one giving of a dose.
  case completed
  case neverGiven = "never_given"
  case void
}
