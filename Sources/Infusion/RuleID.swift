/// The stable name of a rule, `HYD-02`; never reused and never renumbered.
@usableFromInline
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  @usableFromInline let name: ShortName

  package init(_ text: String) {
    name = ShortName(text)
  }

  @usableFromInline package init(stringLiteral text: String) {
    name = ShortName(text)
  }

  @usableFromInline package var description: String { name.text }
  package func write(to utf8: inout [UInt8]) { name.write(to: &utf8) }

  @inlinable package static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }
}
