import CodeTables
import Infusion

/// How facts about drugs are put.
enum DrugWords {
  static func of(_ drugClass: DrugClass) -> String {
    switch drugClass {
    case .chemo: "chemo or complex biologic"
    case .hormonal: "hormonal cancer drug"
    case .therapeutic: "therapeutic"
    case .hydration: "hydration"
    case .vaccine: "vaccine"
    case .specialAntibody: "special antibody"
    case .blood: "blood"
    case .imaging: "imaging"
    case .sedation: "sedation"
    }
  }

  /// Empty for an ordinary drug.
  static func of(_ role: SpecialRole) -> String { role == .none ? "" : plain(role.rawValue) }

  /// A word of the tables without its underscores.
  static func plain(_ word: String) -> String { word.replacing("_", with: " ") }
}
