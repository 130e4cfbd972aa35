import Infusion

/// A policy choice that does not exist.
package enum PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownName(String, known: [String])
  /// `takes` says in words what it takes; `known` are its values, empty for numbers.
  case unknownValue(name: String, value: String, takes: String, known: [String])

  package var description: String {
    switch self {
    case .unknownName(let name, let known):
      let advice =
        Spelling.nearest(to: name, among: known).map { "did you mean \($0)?" }
        ?? "known: \(known.joined(separator: ", "))"
      return "no policy is called \(name); \(advice)"
    case .unknownValue(let name, let value, let takes, _): return "policy \(name) takes \(takes), not \"\(value)\""
    }
  }
}
