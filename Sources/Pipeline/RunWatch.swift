/// Is told how far a run has come; the run itself has no clock.
package protocol RunWatch {
  /// A stage begins, and with it the one before ends.
  mutating func begin(_ stage: RunStage)
  /// The stage goes on.
  mutating func advance(_ progress: RunProgress)
}

/// What a run does one after another.
package enum RunStage: String, CaseIterable, Sendable {
  /// Exports are read and records put on shelves.
  case reading
  /// Encounters are coded that may share a day with another one of their patient.
  case neighbours
  /// Encounters are coded, compared and written.
  case coding
  /// Rejected rows are written, sums checked.
  case finishing
}

/// How far a stage has come.
package struct RunProgress: Sendable {
  /// Rows and charge lines that the stage is through with.
  package let rows: Int
  /// Of its parts (shelves, or kilobytes that are read), so many; 0 of 0 where nobody knows how many there will be.
  package let partsDone: Int
  package let parts: Int

  package init(rows: Int, partsDone: Int = 0, of parts: Int = 0) {
    self.rows = rows
    self.partsDone = partsDone
    self.parts = parts
  }
}

/// Nobody watches.
package struct UnwatchedRun: RunWatch {
  // `inout` of a value without storage passes no address that means anything; thread sanitizer looks there and crashes.
  private let storage: UInt8 = 0

  package init() {}
  package mutating func begin(_ stage: RunStage) {}
  package mutating func advance(_ progress: RunProgress) {}
}

extension Run {
  /// The run, unwatched.
  package func perform<Output: RunOutput>(into output: inout Output) throws -> RunSummary {
    var watch = UnwatchedRun()
    return try perform(into: &output, watchedBy: &watch)
  }
}
