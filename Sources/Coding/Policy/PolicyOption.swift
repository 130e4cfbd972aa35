import Infusion

/// A policy choice as configuration, command line and documents know it.
package struct PolicyOption: Sendable {
  /// `concurrent_rule`.
  package let name: String
  /// What it can be set to, the default first; empty for numbers and lists.
  package let values: [String]
  /// The same in words, for messages.
  package let takes: String
  package let standard: String
  /// The rule that explains the choice.
  package let rule: Rule
  /// What the choice decides, in one sentence.
  package let sentence: String
  /// The value of a policy as it is written; nil where the year's tables decide.
  let read: @Sendable (Policy) -> String?
  /// Sets a written value; false when it means nothing.
  let write: @Sendable (String, inout Policy) -> Bool

  /// A choice among named values.
  static func choice<Value: PolicyChoice>(
    _ name: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, _ sentence: String
  ) -> PolicyOption {
    let others = Value.allCases.map(\.rawValue).filter { $0 != Value.standard.rawValue }
    let values = [Value.standard.rawValue] + others
    return PolicyOption(
      name: name, values: values, takes: values.joined(separator: " or "), standard: Value.standard.rawValue,
      rule: Value.rule, sentence: sentence,
      read: { $0[keyPath: place].rawValue },
      write: { text, policy in
        guard let value = Value(rawValue: text) else { return false }
        policy[keyPath: place] = value
        return true
      })
  }

  /// A number or list, read by `parse`.
  static func free<Value: Sendable>(
    _ name: String, _ place: any WritableKeyPath<Policy, Value> & Sendable, takes: String, standard: String,
    _ rule: Rule, _ sentence: String, text: @escaping @Sendable (Value) -> String?,
    parse: @escaping @Sendable (String) -> Value?
  ) -> PolicyOption {
    PolicyOption(
      name: name, values: [], takes: takes, standard: standard, rule: rule, sentence: sentence,
      read: { text($0[keyPath: place]) },
      write: { text, policy in
        guard let value = parse(text) else { return false }
        policy[keyPath: place] = value
        return true
      })
  }
}
