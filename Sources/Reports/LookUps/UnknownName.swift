/// Nothing in the tables has the name that was asked for.
package struct UnknownName: Error, Hashable, CustomStringConvertible {
  /// What was looked for: `code`, `drug`.
  package let kind: String
  package let name: String
  /// Names that are in the tables, nearest first; may be empty.
  package let nearest: [String]

  package var description: String {
    let list = nearest.isEmpty ? "" : "; nearest are \(nearest.joined(separator: ", "))"
    return "no table knows a \(kind) \"\(name.printable)\"\(list)"
  }

  /// The three of `known` that need the fewest changes of a character, in their order.
  static func nearest(to name: String, in known: some Sequence<String>) -> [String] {
    let byDistance = known.map { (editDistance($0, name), $0) }
    return byDistance.sorted { $0 < $1 }.prefix(3).map(\.1)
  }
}
