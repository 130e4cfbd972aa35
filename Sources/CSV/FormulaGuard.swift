/// Which cells a spreadsheet would run instead of show (OUT-02).
package enum FormulaGuard {
  /// Written in front of such a cell; a spreadsheet then shows the rest as text.
  static let mark = UInt8(ascii: "'")

  /// The text without the mark that a writer put before a formula.
  package static func removed(from text: String) -> String {
    guard text.utf8.first == mark else { return text }
    let rest = Array(text.utf8.dropFirst())
    return wouldRun(rest.span) ? String(decoding: rest, as: UTF8.self) : text
  }

  /// Whether the text starts a formula, directly or behind bytes that a spreadsheet drops: spaces of any width, NUL,
  /// byte order marks and line feeds.
  static func wouldRun(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      if isStart(text, at: index) { return true }
      let dropped = bytesDropped(text, at: index)
      if dropped == 0 { return false }
      index += dropped
    }
    return false
  }

  private static func isStart(_ text: Span<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      true
    // The full-width forms U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBC:
      [0x9D, 0x8B, 0x8D, 0xA0].contains(text[index + 2])
    default: false
    }
  }

  private static func bytesDropped(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x20, 0x00, 0x0A: 1
    // U+00A0, no-break space.
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    // U+200B, zero width space, and U+2000 to U+200A.
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && (0x80...0x8B).contains(text[index + 2]): 3
    // U+3000, ideographic space.
    case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80: 3
    // U+FEFF, byte order mark.
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF: 3
    default: 0
    }
  }
}
