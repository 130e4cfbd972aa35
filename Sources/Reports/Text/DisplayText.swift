/// Text for a terminal: printable, measured in columns.
extension String {
  /// Itself without characters that could steer a terminal or turn the direction of text; each becomes a space.
  package var printable: String { printable { $0.steersTerminal } }

  /// The same with its line feeds.
  package var printableLines: String { printable { $0.steersTerminal && $0 != "\n" } }

  private func printable(without isLeftOut: (Unicode.Scalar) -> Bool) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars { clean.append(isLeftOut(scalar) ? " " : scalar) }
    return String(clean)
  }

  /// Columns that it takes up.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// Itself, filled with spaces or cut (ending in "…") to exactly `width` columns.
  func fitted(to width: Int) -> String {
    if columns <= width { return self + String(repeating: " ", count: width - columns) }
    var kept = ""
    for character in self {
      guard kept.columns + character.columns < width else { break }
      kept.append(character)
    }
    return (kept + "…").fitted(to: width)
  }

  /// Itself with spaces before it, to at least `width` columns.
  func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns)) + self
  }

  func trimmedAtEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Character {
  /// Two for East Asian wide characters and emoji, one for all others.
  fileprivate var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// Source: Unicode UAX 11, the large wide blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension Unicode.Scalar {
  fileprivate var steersTerminal: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}

/// A whole number with its thousands apart: `1,234,567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  var text = number < 0 ? "-" : ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}

/// The text with its first letter in upper case.
func capitalized(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

/// `1 row`, `2 rows`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
