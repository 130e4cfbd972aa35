/// Text that cannot act on a page, whatever it holds.
enum InertText {
  /// The text without what steers a reader, and with every character that means something in HTML standing alone.
  ///
  /// Templates escape character by character, and `"` with a combining mark behind it is one character of its own that
  /// no list of escapes knows: a space without width parts the two.
  static func of(_ text: String) -> String {
    let clean = text.printable
    guard clean.contains(where: isHidden) else { return clean }
    var parted = String.UnicodeScalarView()
    for character in clean {
      guard isHidden(character) else {
        parted.append(contentsOf: character.unicodeScalars)
        continue
      }
      for scalar in character.unicodeScalars {
        if !parted.isEmpty { parted.append(gap) }
        parted.append(scalar)
      }
    }
    return String(parted)
  }

  /// The same for every text of what a template is filled with.
  static func of(_ view: [String: Any]) -> [String: Any] { view.mapValues(inert) }

  private static func inert(_ value: Any) -> Any {
    switch value {
    case let text as String: of(text)
    case let view as [String: Any]: of(view)
    case let views as [[String: Any]]: views.map { of($0) }
    case let texts as [String]: texts.map { of($0) }
    case is Int, is Bool: value
    default: preconditionFailure("a view holds texts, numbers, facts and views")
    }
  }

  private static let gap: Unicode.Scalar = "\u{200B}"
  private static let meaningful: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

  private static func isHidden(_ character: Character) -> Bool {
    character.unicodeScalars.count > 1 && character.unicodeScalars.contains(where: meaningful.contains)
  }
}
