import Infusion

/// A drug class as a column or a configuration names it (input section 2, `drug_class`).
@usableFromInline package enum ClassWord: String, CaseIterable, Sendable {
  case chemo
  case hormonal
  /// A complex biologic that is no cancer drug: chemo codes into a vein, ordinary ones elsewhere, and to be documented.
  case complex
  case therapeutic
  case hydration
  case vaccine
  case specialAntibody = "special_antibody"
  case blood
  /// Contrast, radiotracers, stress agents.
  case contrast
  case sedation
  case flush

  /// The word for a class of the engine.
  package init(_ drugClass: DrugClass) {
    self =
      switch drugClass {
      case .chemo: .chemo
      case .hormonal: .hormonal
      case .therapeutic: .therapeutic
      case .hydration: .hydration
      case .vaccine: .vaccine
      case .specialAntibody: .specialAntibody
      case .blood: .blood
      case .imaging: .contrast
      case .sedation: .sedation
      }
  }

  /// A cell that holds one of these words, or the engine's own name of a class.
  init(_ row: TableRow, _ column: String) throws(TableError) {
    if let drugClass = DrugClass(rawValue: row[column]) {
      self.init(drugClass)
    } else {
      self = try row.choice(column)
    }
  }

  /// The class by the route taken; a flush is whatever its fluid is.
  package func drugClass(by route: Route) -> DrugClass {
    switch self {
    case .chemo: .chemo
    case .hormonal: .hormonal
    case .complex: route == .subcutaneous || route == .intramuscular ? .therapeutic : .chemo
    case .therapeutic: .therapeutic
    case .hydration, .flush: .hydration
    case .vaccine: .vaccine
    case .specialAntibody: .specialAntibody
    case .blood: .blood
    case .contrast: .imaging
    case .sedation: .sedation
    }
  }

  /// What it says of the row beside the class.
  package var facts: RowFacts {
    switch self {
    case .complex: .complexityToDocument
    case .flush: .flush
    default: []
    }
  }
}
