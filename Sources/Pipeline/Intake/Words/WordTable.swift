import CodeTables
import Infusion

/// The bundled words that intake asks for; every question is a folded spelling (`Words.fold`).
package protocol WordTable: Sendable {
  func synonyms(in kind: Words.FileKind) -> [String: [String]]
  func route(_ folded: String) -> (route: Route, technique: Technique?)?
  func technique(_ folded: String) -> Technique?
  func actionMeaning(_ folded: String) -> ActionWord?
  func purpose(_ folded: String) -> RowFacts?
  func drugClass(_ folded: String) -> ClassWord?
  func setting(_ folded: String) -> Setting?
}
