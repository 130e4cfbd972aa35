/// Nothing in the tables has the name that was asked for.
package struct UnknownName: Error, Hashable, CustomStringConvertible {
  /// What was looked for: `code`, `drug`.
  package let kind: String
  package let name: String
  /// Names that are in the tables, nearest first; may be empty.
  package let nearest: [String]

  package var description: String {
    "no table knows a \(kind) \"\(name.printable)\"\(Self.list(nearest))"
  }

  /// `; nearest are 96360, 96361`, behind a message; what to do where none is near.
  static func list(_ nearest: [String]) -> String {
    nearest.isEmpty
      ? "; check its spelling" : "; nearest \(nearest.count == 1 ? "is" : "are") \(nearest.joined(separator: ", "))"
  }
}
