import Coding
import Infusion
import Testing

/// Which service may be the first one, and what may follow it.
@Suite struct InitialsTests {
  @Test func everySiteWithADrugHasOneInitial() {
    everyCase { tried in
      let drugs = tried.derivation.services.filter { Self.intoAVein.contains($0.service) }
      let sites = Set(drugs.map(\.site))
      for site in sites {
        let initials = drugs.filter { $0.site == site && $0.service.isInitial }
        guard initials.count != 1 || initials[0].units != 1 else { continue }
        return "site \(site ?? -1) has \(initials.count) initials"
      }
      return nil
    }
  }

  @Test func aDrugPushedIntoAVeinIsNeverWithoutAnInitial() {
    everyCase { tried in
      guard tried.encounter.arrival == nil, tried.encounter.departure == nil, !tried.isWithheld,
        tried.encounter.rows.contains(where: Self.isPlainPush)
      else { return nil }
      let hasInitial = tried.derivation.services.contains { Self.drugInitials.contains($0.service) }
      return hasInitial ? nil : "a drug was pushed and there is no initial"
    }
  }

  @Test func fluidsAreInitialOnlyWithoutADrug() {
    everyCase { tried in
      let services = tried.derivation.services
      let fluids = services.count { $0.service == .hydrationFirstHour }
      let drugs = services.count { Self.drugInitials.contains($0.service) }
      return fluids > (drugs == 0 ? 1 : 0) ? "\(fluids) first hours of fluids beside \(drugs) drug initials" : nil
    }
  }

  @Test func everyAddOnHasAParent() {
    everyCase { tried in
      let codes = Set(tried.derivation.charges.map(\.code))
      let orphan = codes.first { code in
        tried.year.codeBook.parents[code].map { $0.isDisjoint(with: codes) } ?? false
      }
      return orphan.map { "\($0) has no parent among \(codes.sorted())" }
    }
  }

  @Test func physiciansNeverHaveMoreRepeatPushesThanTheHospital() {
    everyCase { tried in
      let hospital = Self.repeatPushes(of: tried.encounter, in: .facility)
      let physician = Self.repeatPushes(of: tried.encounter, in: .professional)
      guard physician == 0, physician <= hospital else {
        return "\(physician) repeat pushes by the physician, \(hospital) by the hospital"
      }
      return nil
    }
  }

  @Test func concurrentIsAtMostOneADate() {
    everyCase { tried in
      let code = tried.year.codeBook.code(.infusionConcurrent, .therapeutic)
      let byDate = Dictionary(grouping: tried.derivation.charges.filter { $0.code == code }, by: \.serviceDate)
      let units = byDate.mapValues { $0.reduce(0) { $0 + $1.units } }
      return units.first { $0.value > 1 }.map { "\($0.value) concurrent units on \($0.key)" }
    }
  }

  private static let intoAVein: Set<Service> = [
    .infusionInitial, .infusionHour, .infusionSequential, .infusionConcurrent, .pushInitial, .pushAdditional,
    .pushRepeat,
  ]
  private static let drugInitials: Set<Service> = [.infusionInitial, .pushInitial]

  private static func isPlainPush(_ row: MARRow) -> Bool {
    row.isGiven && row.route == .intravenous && row.technique == .push && row.start != nil && row.facts.isEmpty
      && (row.drugClass == .therapeutic || row.drugClass == .chemo) && row.family == nil
  }

  private static func repeatPushes(of encounter: Encounter, in setting: Setting) -> Int {
    var encounter = encounter
    encounter.setting = setting
    encounter.placeOfService = setting == .professional ? "11" : "22"
    let code = Engine.year(of: encounter).codeBook.code(.pushRepeat, .therapeutic)
    return Engine.derivation(of: encounter).charges.filter { $0.code == code }.reduce(0) { $0 + $1.units }
  }
}

extension Case {
  /// Whether a physician may bill almost nothing here.
  var isWithheld: Bool {
    encounter.setting == .professional && year.facilityPlacesOfService.contains(encounter.placeOfService)
  }
}
