import Coding
import Infusion

/// Codes by what they stand for, as checks ask for them.
extension Documentation {
  /// Tells whether a code stands for one of these services, of any class.
  func isCode(of services: Set<Service>) -> (ProcedureCode) -> Bool {
    { code in roles.services(of: code).contains { services.contains($0.service) } }
  }

  func kind(of code: ProcedureCode) -> CodeBook.Kind? { roles.codeBook.entries[code]?.kind }

  /// Whether a code is of drug administration itself.
  func isAdministration(_ code: ProcedureCode) -> Bool { kind(of: code)?.isOfFamily ?? false }

  /// Codes that the record supports, over the encounter.
  var supportedCodes: Set<ProcedureCode> { Set(derivation.charges.map(\.code)) }

  /// Units that the record supports, over the encounter.
  func supportedUnits(of code: ProcedureCode) -> Int {
    derivation.charges.reduce(0) { $0 + ($1.code == code ? $1.units : 0) }
  }
}

extension Bill {
  /// Units that stand, over the encounter.
  func units(of code: ProcedureCode) -> Int { standing.filter { $0.code == code }.units }

  /// Whether a line of a day, or one without a day, has a code that answers.
  func has(on date: CivilDate?, where answers: (ProcedureCode) -> Bool) -> Bool {
    standing.contains { ($0.date == nil || date == nil || $0.date == date) && answers($0.code) }
  }
}

extension [Finding] {
  /// Places of findings that hold more of a code than the record supports; what it does not settle is no surplus.
  func surplus(where answers: (ProcedureCode) -> Bool) -> [Int] {
    indices.filter { place in
      let finding = self[place]
      return finding.status != .review && finding.unitDifference < 0 && (finding.code.map(answers) ?? false)
    }
  }

  func surplus(of code: ProcedureCode) -> [Int] { surplus { $0 == code } }

  /// Whether a code that answers is what the record supports in the place of a surplus: its pair, or one of its day that
  /// was billed short and has no pair.
  func supports(insteadOf place: Int, where answers: (ProcedureCode) -> Bool) -> Bool {
    if let pair = self[place].pairsWith { return answers(pair.code) }
    return contains { other in
      other.unitDifference > 0 && other.pairsWith == nil && other.serviceDate == self[place].serviceDate
        && (other.code.map(answers) ?? false)
    }
  }
}
