/// What Medicare says of two codes that it does not pay together (coding-rules CHK-23).
package struct CodePair: Hashable, Sendable {
  /// Whether a modifier lets both be paid (coding-rules PTP-02); the number is the one that CMS prints.
  package enum Indicator: Int, CaseIterable, Sendable {
    case never = 0
    case withModifier = 1
    /// The pair is of no effect.
    case notActive = 9
  }

  package let indicator: Indicator
  package let source: String
}
