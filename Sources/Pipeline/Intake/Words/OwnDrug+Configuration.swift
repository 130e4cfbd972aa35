import CodeTables
import Infusion

extension OwnDrug {
  /// The `drugs` of a configuration, in its order.
  static func list(_ place: ConfigurationNode) throws(ConfigurationError) -> [OwnDrug] {
    var drugs: [OwnDrug] = []
    for item in try place.items() { drugs.append(try drug(item)) }
    return drugs
  }

  private static func drug(_ place: ConfigurationNode) throws(ConfigurationError) -> OwnDrug {
    let entries = try place.entries(of: .drug)
    let name = try entries[.name]?.text()
    let hcpcs = try entries[.hcpcs]?.text().uppercased()
    if name == nil, hcpcs == nil { throw place.missing("name or hcpcs") }
    guard let ingredient = try entries[.ingredient]?.text() else { throw place.missing("ingredient") }
    return OwnDrug(
      name: name, hcpcs: hcpcs, ingredients: ingredient.split(separator: "+").map { $0.trimmed },
      drugClass: try entries[.class]?.choice(DrugClass.self))
  }
}
