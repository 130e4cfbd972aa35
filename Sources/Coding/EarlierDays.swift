import Infusion

/// What earlier encounters of one patient support, day by day: all of them that a later one is coded by.
///
/// All encounters of a patient share what is known of its days, and each sees what those before it support: memory is
/// that of the days, however many encounters there are.
package struct EarlierDays: Sendable {
  /// A code that an earlier encounter supports on a day.
  package struct SupportedCode: Equatable, Sendable {
    package let code: ProcedureCode
    let modifiers: [Modifier]
  }

  /// What is supported on a day, with the first encounter that does so, as a number from 0 in their order.
  private struct Day {
    var initial: Int?
    var codes: [(code: SupportedCode, encounter: Int)] = []
  }

  private var days: [CivilDate: Day] = [:]
  /// How many encounters are earlier; what further ones support is not seen.
  private var encounters = 0

  package init() {}

  /// Whether an earlier encounter has an initial on a date (coding-rules RD-11).
  func hasInitial(on date: CivilDate) -> Bool { days[date]?.initial.map { $0 < encounters } ?? false }

  /// The codes that earlier encounters support on a date, each once, in order of the encounters.
  package func codes(on date: CivilDate) -> [SupportedCode] {
    days[date]?.codes.prefix { $0.encounter < encounters }.map(\.code) ?? []
  }

  /// Adds what the next encounter supports.
  mutating func add(_ derivation: Derivation) {
    for service in derivation.services where service.service.isInitial && days[service.serviceDate]?.initial == nil {
      days[service.serviceDate, default: Day()].initial = encounters
    }
    for charge in derivation.charges {
      let code = SupportedCode(code: charge.code, modifiers: charge.modifiers)
      if days[charge.serviceDate]?.codes.contains(where: { $0.code == code }) == true { continue }
      days[charge.serviceDate, default: Day()].codes.append((code, encounters))
    }
    encounters += 1
  }

  /// What the first encounters support.
  func ofFirst(_ count: Int) -> EarlierDays {
    var first = self
    first.encounters = count
    return first
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
