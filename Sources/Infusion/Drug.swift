/// The identity of what was given (coding-rules, Vocabulary: drug key).
///
/// Shape: active ingredients in lower case, sorted, joined by `+`. Brand, salt, strength and diluent are not in it.
@usableFromInline package struct DrugKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  @usableFromInline package let description: String
  /// Whether it has several ingredients.
  package let isMixture: Bool

  /// The key of one infusate; `ingredients` may come in any order and case.
  package init(ingredients: [String]) {
    let names = ingredients.map { $0.lowercased() }
    description = names.count == 1 ? names[0] : Set(names).sorted().joined(separator: "+")
    isMixture = description.utf8.contains(UInt8(ascii: "+"))
  }

  package var ingredients: Set<Substring> { Set(description.split(separator: "+")) }

  @inlinable package static func == (left: DrugKey, right: DrugKey) -> Bool { left.description == right.description }
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(description) }
  @inlinable package static func < (left: DrugKey, right: DrugKey) -> Bool { left.description < right.description }
}

/// How drug-administration coding ranks what was given (coding-rules Part 4).
@usableFromInline package enum DrugClass: String, CaseIterable, Sendable {
  /// Antineoplastic or highly complex biologic.
  case chemo = "CHEMO"
  /// Hormonal cancer drug; differs from `chemo` only under the skin and into muscle.
  case hormonal = "CHEMO_HORMONAL"
  /// Every other drug.
  case therapeutic = "THER"
  /// Fluid and electrolyte replacement.
  case hydration = "HYD"
  case vaccine = "VACCINE"
  /// Antibodies that prevent infection and have administration codes of their own.
  case specialAntibody = "SPECIAL_ANTIBODY"
  case blood = "BLOOD"
  /// Contrast, radiotracers, stress agents.
  case imaging = "IMAGING"
  case sedation = "SEDATION"
}

/// Products whose administration has a code of its own (coding-rules CLS-23 … CLS-26).
@usableFromInline package enum ProductFamily: String, CaseIterable, Sendable {
  case influenzaVaccine = "vaccine_influenza"
  case pneumococcalVaccine = "vaccine_pneumococcal"
  case hepatitisBVaccine = "vaccine_hepatitis_b"
  case covidVaccine = "vaccine_covid"
  case otherVaccine = "vaccine_other"
  case rsvAntibody = "rsv_antibody"
  case covidAntibody = "covid_antibody"
  case hivPrevention = "hiv_prevention"
  case selfAdministered = "self_administered"
}
