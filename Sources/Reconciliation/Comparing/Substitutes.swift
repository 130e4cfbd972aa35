import Coding
import Infusion

/// Codes that are billed in each other's place for one administration.
enum Substitutes {
  /// Services taken for each other, the likeliest first; the same service of another class comes before all of them.
  static let inOrder: [(Service, Service)] = [
    (.infusionInitial, .pushInitial),
    (.infusionInitial, .infusionSequential),
    (.pushInitial, .pushAdditional),
    (.pushAdditional, .pushRepeat),
    (.infusionSequential, .infusionConcurrent),
    (.infusionSequential, .pushAdditional),
    (.infusionSequential, .infusionHour),
    (.infusionInitial, .infusionConcurrent),
    (.infusionInitial, .infusionHour),
    (.infusionConcurrent, .pushAdditional),
    (.hydrationFirstHour, .hydrationHour),
    (.hydrationFirstHour, .infusionInitial),
    (.hydrationHour, .infusionHour),
    (.hydrationFirstHour, .infusionSequential),
    (.pumpStart, .pumpStartHome),
    (.pumpStart, .infusionInitial),
    (.pumpStartHome, .infusionInitial),
    (.pumpRefillPortable, .pumpRefillImplanted),
    (.subcutaneousInfusionFirstHour, .injection),
    (.subcutaneousInfusionFirstHour, .infusionInitial),
    (.pushInitial, .injection),
    (.pushAdditional, .injection),
    (.onBodyInjector, .injection),
    (.hivPrevention, .injection),
    (.rsvAntibody, .rsvAntibodyCounselled),
    (.rsvAntibody, .injection),
    (.rsvAntibodyCounselled, .injection),
    (.vaccineFirst, .vaccineFurther),
    (.vaccineFirst, .injection),
    (.vaccineFirst, .oralVaccineFirst),
    (.vaccineFurther, .oralVaccineFurther),
    (.medicareInfluenzaVaccine, .vaccineFirst),
    (.medicarePneumococcalVaccine, .vaccineFirst),
    (.medicareHepatitisBVaccine, .vaccineFirst),
    (.covidVaccine, .vaccineFirst),
    (.lesionsFew, .lesionsMany),
    (.intrathecal, .intrathecalReservoir),
    (.arterialInfusionFirstHour, .arterialPush),
    (.strokeLysis, .infusionInitial),
    (.strokeLysis, .pushInitial),
    (.coronaryLysis, .infusionInitial),
    (.coronaryLysis, .pushInitial),
    (.declotting, .pushInitial),
    (.bladder, .infusionInitial),
    (.bladder, .pushInitial),
    (.peritoneal, .infusionInitial),
    (.peritoneal, .pushInitial),
    (.pleural, .infusionInitial),
    (.pleural, .pushInitial),
    (.intrathecal, .infusionInitial),
    (.intrathecal, .pushInitial),
    (.intrathecalReservoir, .infusionInitial),
    (.intrathecalReservoir, .pushInitial),
  ]

  /// How likely one code is billed for the other, 0 the likeliest; nil when they are no substitutes.
  static func rank(_ one: ProcedureCode, _ other: ProcedureCode, roles: CodeRoles) -> Int? {
    guard one != other else { return nil }
    var best: Int?
    for left in roles.services(of: one) {
      for right in roles.services(of: other) {
        guard let rank = rank(left, right) else { continue }
        best = min(best ?? rank, rank)
      }
    }
    return best
  }

  private static func rank(_ left: CodeBook.ServiceKey, _ right: CodeBook.ServiceKey) -> Int? {
    if left.service == right.service { return 0 }
    let place = inOrder.firstIndex { pair in
      pair == (left.service, right.service) || pair == (right.service, left.service)
    }
    // Within one class the technique was mistaken, over two classes the drug as well.
    return place.map { 1 + 2 * $0 + (left.serviceClass == right.serviceClass ? 0 : 1) }
  }
}
