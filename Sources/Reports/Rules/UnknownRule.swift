import Coding
import Infusion

/// No rule has the id that was asked for.
package struct UnknownRule: Error, Hashable, CustomStringConvertible {
  package let name: String
  /// Ids that a slip could have made this of; may be empty.
  package let nearest: [RuleID]

  package var description: String {
    "there is no rule \(name.printable)\(UnknownName.list(nearest.map(\.description)))"
  }
}
