import Coding
import Infusion

/// Codes by what they stand for, as checks ask for them.
extension Documentation {
  func kind(of code: ProcedureCode) -> CodeBook.Kind? { roles.role(of: code).kind }

  /// Whether the record supports a code, over the encounter.
  func supports(_ code: ProcedureCode) -> Bool { derivation.charges.contains { $0.code == code } }

  /// Units that the record supports, over the encounter.
  func supportedUnits(of code: ProcedureCode) -> Int {
    derivation.charges.reduce(0) { $0 + ($1.code == code ? $1.units : 0) }
  }
}

extension Bill {
  /// Units that stand, over the encounter.
  func units(of code: ProcedureCode) -> Int { standing.reduce(0) { $0 + ($1.code == code ? $1.units : 0) } }

  /// Whether a line of a day, or one without a day, has a code that answers.
  func has(on date: CivilDate?, where answers: (CodeRole) -> Bool) -> Bool {
    standing.contains { ($0.date == nil || date == nil || $0.date == date) && answers($0.role) }
  }
}
