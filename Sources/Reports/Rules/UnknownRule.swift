import Coding
import Infusion

/// No rule has the id that was asked for.
package struct UnknownRule: Error, Hashable, CustomStringConvertible {
  package let name: String
  /// Never empty.
  package let nearest: [RuleID]

  package var description: String {
    "there is no rule \(name.printable); nearest are \(nearest.map(\.description).joined(separator: ", "))"
  }
}
