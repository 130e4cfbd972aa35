import Infusion

/// What earlier encounters of one patient support, day by day: all of them that a later one is coded by.
package struct EarlierDays: Sendable {
  /// A code that an earlier encounter supports on a day.
  package struct SupportedCode: Hashable, Sendable {
    package let code: ProcedureCode
    package let date: CivilDate
    let modifiers: [Modifier]
  }

  /// Dates with an initial (coding-rules RD-11).
  package private(set) var initialDates: Set<CivilDate> = []
  package private(set) var codes: Set<SupportedCode> = []

  package init() {}

  mutating func add(_ derivation: Derivation) {
    initialDates.formUnion(derivation.services.filter(\.service.isInitial).map(\.serviceDate))
    for charge in derivation.charges {
      codes.insert(SupportedCode(code: charge.code, date: charge.serviceDate, modifiers: charge.modifiers))
    }
  }
}

extension [Encounter] {
  /// Places of the encounters of each patient who has several on bills of one kind, in order of their beginning.
  ///
  /// Shape: patients in no order; the hospital's and the physician's claims are apart.
  package var placesByPatient: [[Int]] {
    let known = indices.filter { self[$0].patientID != nil }
    let byPatient = Dictionary(grouping: known) { [self[$0].patientID, self[$0].setting.rawValue] }
    return byPatient.values.filter { $0.count > 1 }.map { places in
      places.sorted { left, right in
        let (a, b) = (self[left].begin, self[right].begin)
        return a == b ? left < right : isEarlier(a, b)
      }
    }
  }
}

extension Encounter {
  fileprivate var begin: ClockTime? { arrival ?? rows.compactMap { $0.start ?? $0.stop }.min() }
}
