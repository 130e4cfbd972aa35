/// A pattern of names in which `{drop}` stands for what the files of one drop have in common: `mar_{drop}.csv*`.
///
/// Names match in any case of letters. Where `{drop}` can be read in several ways it is as short as can be.
package struct DropPattern: Sendable {
  package static let placeholder = "{drop}"

  package let text: String
  private let front: NamePattern
  private let back: NamePattern

  /// Nil unless the placeholder stands in it once, and no folder.
  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: Self.placeholder, omittingEmptySubsequences: false)
    guard parts.count == 2, !text.contains("/") else { return nil }
    self.text = text
    front = NamePattern(String(parts[0]))
    back = NamePattern(String(parts[1]))
  }

  /// What stands for the placeholder in a name, in lower case; nil when the name does not match.
  ///
  /// It may be empty.
  package func key(of name: String) -> String? {
    let letters = Array(name.lowercased())
    guard letters.first != "." else { return nil }
    let starts = (0...letters.count).filter { front.takes(String(letters[..<$0])) }
    for start in starts {
      for end in start...letters.count where back.takes(String(letters[end...])) {
        return String(letters[start..<end])
      }
    }
    return nil
  }
}
