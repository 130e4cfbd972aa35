import Infusion

/// What the caller promises of the order of rows (docs/distributed.md).
package enum InputOrder: String, CaseIterable, Sendable {
  /// Nothing.
  case any
  /// Rows of an encounter, and of a known patient's visits of the same days, stand together, and charge lines come in
  /// the same order of encounters.
  case grouped
}

/// A row that stands where encounters cannot be coded as they come.
enum Straggler: Error, Equatable {
  /// Of an encounter whose rows seemed to be complete.
  case encounter(SourceRow)
  /// Of a patient whose other visit of the same days is done.
  case patient(SourceRow)
  /// Of a patient who has more visits than one can have.
  case visits(SourceRow)
  /// A charge line of an encounter that is done, or behind lines of later encounters.
  case line(SourceRow)
  /// The first line of a drug, when encounters were compared as if drugs were billed elsewhere.
  case drug(SourceRow)
}
