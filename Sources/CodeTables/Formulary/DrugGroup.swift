import Infusion

/// The `family` column of `drugs.csv`: a product family or a special role.
struct DrugGroup: RawRepresentable, CaseIterable, Hashable, Sendable {
  let rawValue: String

  init?(rawValue: String) {
    guard Self.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  static var allCases: [DrugGroup] { names.compactMap(DrugGroup.init(rawValue:)) }

  private static let names = Set(
    ProductFamily.allCases.map(\.rawValue) + SpecialRole.allCases.map(\.rawValue)
  ).subtracting([SpecialRole.none.rawValue]).sorted()

  var family: ProductFamily? { ProductFamily(rawValue: rawValue) }

  var role: SpecialRole {
    switch family {
    case .influenzaVaccine, .pneumococcalVaccine, .hepatitisBVaccine, .covidVaccine, .otherVaccine: .vaccine
    case .rsvAntibody: .rsvAntibody
    case .covidAntibody: .covidAntibody
    case .hivPrevention: .hivPrevention
    case .selfAdministered: .selfAdministered
    case nil: SpecialRole(rawValue: rawValue) ?? .none
    }
  }
}
