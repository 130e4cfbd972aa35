import Coding
import Infusion

/// Uses and products that drug-administration coding treats apart from ordinary drugs (coding-rules 4.5).
package enum SpecialRole: String, CaseIterable, Sendable {
  case none
  case contrast
  case radiotracer
  case stressAgent = "stress_agent"
  case sedation
  case blood
  case vaccine
  /// What a text calls a vaccine that no table knows by its name.
  case vaccineWord = "vaccine_word"
  case rsvAntibody = "rsv_antibody"
  case covidAntibody = "covid_antibody"
  case hivPrevention = "hiv_prevention"
  case selfAdministered = "self_administered"
  case flush
  /// Fluid that only carries a drug, and that the record does not name: `Solution`, `Piggyback`.
  case carrier
  case thrombolytic
  /// Allergy shots, which have codes of their own.
  case allergen
  /// Cells made from the patient's own, whose giving has a code outside drug administration (coding-rules COD-3822X).
  case cellTherapy = "cell_therapy"

  /// The class that the role decides, with its rule; nil where the drug table decides.
  var decision: (drugClass: DrugClass, rule: RuleID)? {
    switch self {
    case .contrast, .radiotracer, .stressAgent: (.imaging, "CLS-20")
    case .sedation: (.sedation, "CLS-21")
    case .blood: (.blood, "CLS-22")
    case .flush: (.hydration, "CLS-23")
    case .carrier: (.hydration, "CLS-17")
    case .vaccine, .vaccineWord: (.vaccine, "CLS-24")
    case .rsvAntibody, .covidAntibody, .hivPrevention: (.specialAntibody, "CLS-25")
    case .none, .selfAdministered, .thrombolytic, .allergen, .cellTherapy: nil
    }
  }
}
