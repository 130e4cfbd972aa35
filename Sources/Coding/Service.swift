import Infusion

/// The kinds of service that the rules derive; a year's tables give each its code (`services.csv`).
@usableFromInline package enum Service: String, CaseIterable, Sendable {
  case hydrationFirstHour, hydrationHour
  case infusionInitial, infusionHour, infusionSequential, infusionConcurrent
  case pushInitial, pushAdditional, pushRepeat
  case subcutaneousInfusionFirstHour, subcutaneousInfusionHour, subcutaneousPump
  case injection, onBodyInjector
  case arterialPush, arterialInfusionFirstHour, arterialInfusionHour
  case lesionsFew, lesionsMany
  case intrathecal, intrathecalReservoir, peritoneal, pleural, bladder
  case pumpStart, pumpStartHome, arterialPumpStart, pumpRefillPortable, pumpRefillImplanted
  case portFlush, declotting, strokeLysis, coronaryLysis, transfusion, unlistedDrugService
  case vaccineFirst, vaccineFurther, oralVaccineFirst, oralVaccineFurther, covidVaccine
  case medicareInfluenzaVaccine, medicarePneumococcalVaccine, medicareHepatitisBVaccine
  case rsvAntibodyCounselled, rsvAntibody, covidAntibody, hivPrevention

  /// Whether it is the one service at an access site, or in a stay for fluids, that carries the first code.
  package var isInitial: Bool {
    self == .infusionInitial || self == .pushInitial || self == .hydrationFirstHour
  }
}

/// The class column of `services.csv`: a drug class, or any.
@usableFromInline package enum ServiceClass: String, CaseIterable, Sendable {
  case chemo = "CHEMO"
  case hormonal = "CHEMO_HORMONAL"
  case therapeutic = "THER"
  case hydration = "HYD"
  case vaccine = "VACCINE"
  case specialAntibody = "SPECIAL_ANTIBODY"
  case blood = "BLOOD"
  case any = "ANY"
}

extension DrugClass {
  /// The column of `services.csv` that serves it under the skin and into muscle; into a vein hormonal drugs are chemo.
  var serviceClass: ServiceClass {
    switch self {
    case .chemo: .chemo
    case .hormonal: .hormonal
    case .hydration: .hydration
    default: .therapeutic
    }
  }
}
