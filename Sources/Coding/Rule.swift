import Infusion

/// One rule of the specification, declared beside the code that follows it: one object, wherever it is cited.
package final class Rule: Sendable {
  package let id: RuleID
  /// What it says, in our own words.
  package let sentence: String
  /// Evidence tags of the specification: `S20` names a source, `K` known but not re-read, `U` unverified, `D` our decision.
  package let evidence: [String]

  /// - Parameter evidence: tags apart by spaces.
  init(_ id: RuleID, _ sentence: String, evidence: String) {
    self.id = id
    self.sentence = sentence
    self.evidence = evidence.split(separator: " ").map(String.init)
  }
}
