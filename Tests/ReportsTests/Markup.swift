/// HTML as a browser cuts it, so far as a report needs: which elements with which attributes, whatever stands in them.
enum Markup {
  /// The tags in order, each with the names of its attributes: `a href`, `/a`, `meta charset`.
  ///
  /// Shape: comments, declarations and the insides of `style` are tags of their own kind, `!`; works on scalars, as
  /// browsers do: a combining mark does not hide the character before it.
  static func tags(of page: String) -> [String] {
    var scanner = Scanner(page)
    var tags: [String] = []
    while let tag = scanner.nextTag() { tags.append(tag) }
    return tags
  }

  private struct Scanner {
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ page: String) { rest = Array(page.unicodeScalars)[...] }

    /// A `<` begins a tag only before a letter, `/` or `!` (HTML standard, tag open state).
    mutating func nextTag() -> String? {
      while let scalar = rest.popFirst() {
        guard scalar == "<", let next = rest.first else { continue }
        if next.properties.isASCIIHexDigit || next.isLetter || next == "/" || next == "!" { return tag() }
      }
      return nil
    }

    private mutating func tag() -> String {
      var parts: [String] = [word()]
      while let scalar = rest.first, scalar != ">" {
        if scalar == "=" {
          rest.removeFirst()
          skipValue()
        } else if scalar == " " || scalar == "\n" || scalar == "/" {
          rest.removeFirst()
        } else {
          parts.append(word())
        }
      }
      return parts.joined(separator: " ")
    }

    private mutating func word() -> String {
      var word = String.UnicodeScalarView()
      while let scalar = rest.first, !" \n>=".unicodeScalars.contains(scalar), !(scalar == "/" && !word.isEmpty) {
        word.append(scalar)
        rest.removeFirst()
      }
      return String(word)
    }

    private mutating func skipValue() {
      guard rest.first == "\"" || rest.first == "'" else {
        while let scalar = rest.first, !" \n>".unicodeScalars.contains(scalar) { _ = rest.removeFirst(); _ = scalar }
        return
      }
      let quote = rest.removeFirst()
      while let scalar = rest.popFirst(), scalar != quote {}
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
