import Infusion

/// A drug of the random record, with the ways it is given.
struct RandomDrug: Sendable {
  let name: String
  let drugClass: DrugClass
  /// The likelier a way, the more often it is here.
  let routes: [Route]
  var family: ProductFamily?
  var facts: RowFacts = []

  init(
    _ name: String, _ drugClass: DrugClass, _ routes: [Route], family: ProductFamily? = nil, facts: RowFacts = []
  ) {
    self.name = name
    self.drugClass = drugClass
    self.routes = routes
    self.family = family
    self.facts = facts
  }

  static let therapeutic: [RandomDrug] = [
    RandomDrug("vancomycin", .therapeutic, [.intravenous]),
    RandomDrug("ceftriaxone", .therapeutic, [.intravenous, .intravenous, .intramuscular]),
    RandomDrug("magnesium", .therapeutic, [.intravenous, .intravenous, .intraosseous]),
    RandomDrug("morphine", .therapeutic, [.intravenous, .intravenous, .subcutaneous, .oral]),
    RandomDrug("ondansetron", .therapeutic, [.intravenous, .intravenous, .oral, .intramuscular]),
    RandomDrug("dexamethasone+ondansetron", .therapeutic, [.intravenous]),
  ]

  static let chemo: [RandomDrug] = [
    RandomDrug("carboplatin", .chemo, [.intravenous, .intravenous, .intraArterial]),
    RandomDrug("paclitaxel", .chemo, [.intravenous]),
    RandomDrug("fluorouracil", .chemo, [.intravenous]),
    RandomDrug("methotrexate", .chemo, [.intravenous, .subcutaneous, .intrathecal, .intralesional, .intravesical]),
    RandomDrug("leuprolide", .hormonal, [.intramuscular, .subcutaneous, .intravenous, .intraArterial]),
  ]

  static let fluids: [RandomDrug] = [
    RandomDrug("saline", .hydration, [.intravenous]), RandomDrug("ringer", .hydration, [.intravenous]),
    RandomDrug("saline", .hydration, [.intravenous, .intravenous, .intravenous, .subcutaneous]),
  ]

  static let others: [RandomDrug] = [
    RandomDrug("red cells", .blood, [.intravenous]),
    RandomDrug("iohexol", .imaging, [.intravenous]),
    RandomDrug("propofol", .sedation, [.intravenous]),
    RandomDrug("alteplase", .therapeutic, [.intravenous], facts: .stroke),
    RandomDrug("alteplase", .therapeutic, [.intravenous], facts: .catheterClearance),
    RandomDrug("tenecteplase", .therapeutic, [.intravenous], facts: .coronary),
    RandomDrug("influenza vaccine", .vaccine, [.intramuscular, .nasal], family: .influenzaVaccine),
    RandomDrug("hepatitis b vaccine", .vaccine, [.intramuscular], family: .hepatitisBVaccine, facts: .medicare),
    RandomDrug("covid vaccine", .vaccine, [.intramuscular], family: .covidVaccine),
    RandomDrug("cholera vaccine", .vaccine, [.oral], family: .otherVaccine),
    RandomDrug("nirsevimab", .specialAntibody, [.intramuscular], family: .rsvAntibody),
    RandomDrug("pemivibart", .specialAntibody, [.intravenous], family: .covidAntibody),
    RandomDrug("cabotegravir", .specialAntibody, [.intramuscular], family: .hivPrevention, facts: .medicare),
    RandomDrug("insulin", .therapeutic, [.subcutaneous], family: .selfAdministered, facts: .medicare),
    RandomDrug("heparin flush", .therapeutic, [.intravenous], facts: .portFlush),
    RandomDrug("papaverine", .therapeutic, [.intraArterial, .other]),
    RandomDrug("immunoglobulin", .therapeutic, [.subcutaneous, .subcutaneous, .intravenous]),
    RandomDrug("cisplatin", .chemo, [.intraperitoneal, .intrapleural, .intravenous, .intradermal]),
  ]
}
