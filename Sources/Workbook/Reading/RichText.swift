/// The text of an `si` or `is` element: its plain text and its runs, without readings for pronunciation (`rPh`).
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var skippedFrom: Int?
  private var textDepth: Int?

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    (depth, skippedFrom, textDepth) = (0, nil, nil)
  }

  /// Whether a child element is under way.
  var isInside: Bool { depth > 0 }

  mutating func start(_ element: XMLName) {
    depth += 1
    guard skippedFrom == nil, textDepth == nil else { return }
    switch element {
    case .t: textDepth = depth
    case .r: break
    default: skippedFrom = depth
    }
  }

  mutating func end() {
    if skippedFrom == depth { skippedFrom = nil }
    if textDepth == depth { textDepth = nil }
    depth -= 1
  }

  /// Takes text where it counts; false when the whole is then longer than `limit`.
  mutating func take(_ text: Span<UInt8>, limit: Int) -> Bool {
    guard textDepth == depth else { return true }
    for index in text.indices { bytes.append(text[index]) }
    return bytes.count <= limit
  }
}

/// `_x000D_` and the like: characters that XML cannot hold, or would change (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
enum EscapedText {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var units: [UInt16] = []
    var result: [UInt8] = []
    var rest = bytes[...]
    func flush() {
      if !units.isEmpty { result += String(decoding: units, as: UTF16.self).utf8 }
      units = []
    }
    while let byte = rest.first {
      if let unit = escape(rest) {
        units.append(unit)
        rest = rest.dropFirst(7)
      } else {
        flush()
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    flush()
    return result
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(start + 2)..<(start + 6)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
