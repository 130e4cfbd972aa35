/// The stable name of a rule, `HYD-02`; never reused and never renumbered.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let description: String

  package init(_ text: String) {
    description = text
  }

  package init(stringLiteral text: String) {
    description = text
  }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.description < right.description }
}
