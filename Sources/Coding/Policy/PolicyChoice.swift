/// A choice among named values: how the name is written, what holds unless chosen, and the rule that explains it.
package protocol PolicyChoice: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What holds when nobody chooses.
  static var standard: Self { get }
  /// The rule that a result cites when the choice shaped it and is not the standard.
  static var rule: Rule { get }
}

extension PolicyChoice {
  /// The rule to cite for what this choice shaped; none where it is the standard.
  var cited: [Rule] { self == Self.standard ? [] : [Self.rule] }
}
