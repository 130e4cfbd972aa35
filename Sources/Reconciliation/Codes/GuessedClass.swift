import Coding
import Infusion

extension Documentation {
  /// Whether one code stands for another only because no table knows the class of the drug and it was taken as
  /// therapeutic (coding-rules CLS-01): then nobody can say that the bill is wrong.
  func guessesClass(of charges: [Int], between one: ProcedureCode, and other: ProcedureCode) -> Bool {
    let classes = [one, other].map { Set(roles.services(of: $0).map(\.serviceClass)) }
    guard classes[0].isDisjoint(with: classes[1]) else { return false }
    let sources = Set(rows(of: charges))
    let given = encounter.rows.filter { sources.contains($0.source) }
    return !given.isEmpty && given.allSatisfy { $0.facts.contains(.classDefaulted) }
  }
}
