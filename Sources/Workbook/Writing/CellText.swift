/// A text as a cell can hold it: what XML cannot carry is replaced, what a spreadsheet would take for an escape is escaped,
/// and what is too long is cut.
struct CellText {
  /// The longest text of a cell, in UTF-16 units.
  ///
  /// Source: Microsoft, "Excel specifications and limits".
  static let limit = 32_767
  /// Stands at the end of a text that was cut.
  static let cutMark = " … (cut)"

  /// UTF-8, ending in a zero byte, without another one.
  let bytes: [UInt8]
  /// The width of its longest line, in digits of the default font.
  let width: Double
  private let lineEnds: Int

  init(_ text: ArraySlice<UInt8>) {
    var (bytes, width) = (text, TextWidth())
    if !Self.isPlain(text) { bytes = Self.written(text)[...] }
    width.add(bytes)
    self.bytes = bytes + [0]
    self.width = width.longest
    lineEnds = bytes.count(where: { $0 == 0x0A })
  }

  /// How many lines it takes where it is wrapped at a width; rather one more than one less.
  func lines(inWidth most: Double) -> Int {
    let wrapped = width > most ? Int((width * 1.1 / most).rounded(.up)) : 1
    return wrapped + lineEnds
  }

  /// Whether the bytes can stand as they are: printing, without what begins an escape, not too long, and without
  /// U+FFFE and U+FFFF, which XML forbids.
  private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= limit else { return false }
    var previous: UInt8 = 0
    for byte in text {
      let beginsEscape = previous == UInt8(ascii: "_") && byte == UInt8(ascii: "x")
      if byte < 0x20 || byte == 0x7F || byte == 0xEF || beginsEscape { return false }
      previous = byte
    }
    return true
  }

  private static func written(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var output: [UInt8] = []
    var units = 0
    var fitting = 0
    for (place, scalar) in scalars.enumerated() {
      let piece = piece(scalar, at: place, of: scalars)
      output += piece.utf8
      units += piece.utf16.count
      if units <= limit - cutMark.utf16.count { fitting = output.count }
      if units > limit { return output.prefix(fitting) + Array(cutMark.utf8) }
    }
    return output
  }

  private static func piece(_ scalar: Unicode.Scalar, at place: Int, of scalars: [Unicode.Scalar]) -> String {
    switch scalar.value {
    case 0x09, 0x0A: String(scalar)
    // A cell has one line end; one of two characters is one too.
    case 0x0D: place + 1 < scalars.count && scalars[place + 1] == "\n" ? "" : "\n"
    // Pictures of the control characters: U+2400 is that of NUL.
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
    case 0x7F: "\u{2421}"
    case 0xFFFE, 0xFFFF: "\u{FFFD}"
    case 0x5F where beginsEscape(scalars[place...]): "_x005F_"
    default: String(scalar)
    }
  }

  /// `_x0041_` would show as `A` (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
  private static func beginsEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let escape = Array(rest.prefix(7))
    return escape.count == 7 && escape[1] == "x" && escape[6] == "_"
      && escape[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

/// How wide a text shows, in digits of the default font: letters of a proportional font differ.
struct TextWidth {
  private(set) var longest = 0.0
  private var current = 0.0

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x0A: current = 0
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "m"), UInt8(ascii: "w"):
        current += 1.25
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
        UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "r"),
        UInt8(ascii: "t"):
        current += 0.65
      // Continues a character.
      case 0x80...0xBF: break
      // Characters of three and four bytes may be as wide as they are high.
      case 0xE0...: current += 2
      default: current += 1
      }
      longest = max(longest, current)
    }
  }

  static func of(_ text: String) -> Double {
    var width = TextWidth()
    width.add(Array(text.utf8)[...])
    return width.longest
  }
}
