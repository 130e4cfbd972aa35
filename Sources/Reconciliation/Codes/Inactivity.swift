import Infusion

/// Why a code may not be reported on a day.
package enum Inactivity: Hashable, Sendable {
  /// Deleted by then; `replacedBy` is the code that took its place, or several, as a reader may see it; may be empty.
  case deleted(from: CivilDate, replacedBy: String)
  case notYetInForce(until: CivilDate)
  case expired(after: CivilDate)
  /// Tells whether a code may not be reported on a day, or at all where the day is not known.
  package typealias Judge = @Sendable (ProcedureCode, CivilDate?) -> Inactivity?

  /// What a biller reads, with its full stop.
  func sentence(of code: ProcedureCode) -> String {
    switch self {
    case .deleted(let day, let replacement) where replacement.isEmpty: "\(code) was deleted on \(day)."
    case .deleted(let day, let replacement): "\(code) was deleted on \(day); \(replacement) took its place."
    case .notYetInForce(let day): "\(code) may not be reported before \(day)."
    case .expired(let day): "\(code) may not be reported after \(day)."
    }
  }
}
