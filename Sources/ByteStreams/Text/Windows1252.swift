/// Windows-1252 to UTF-8.
enum Windows1252 {
  /// The characters of 0x80 to 0x9F; zero where there is none.
  ///
  /// The rest of the bytes are Unicode's first 256.
  private static let special: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The text; a byte that stands for no character stays as it is, is no UTF-8, and sets `isDoubtful`.
  static func utf8(of bytes: Span<UInt8>, isDoubtful: inout Bool) -> [UInt8] {
    var hasGap = false
    let text = [UInt8](capacity: 3 * bytes.count) { text in
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte >= 0x80 else {
          text.append(byte)
          continue
        }
        let unit = byte < 0xA0 ? special[Int(byte) - 0x80] : UInt16(byte)
        if unit == 0 {
          hasGap = true
          text.append(byte)
        } else {
          text.append(utf8Of: UInt32(unit))
        }
      }
    }
    if hasGap { isDoubtful = true }
    return text
  }
}

extension OutputSpan<UInt8> {
  /// Writes a code point as UTF-8 writes one of its size; what is no character, half a surrogate pair, gives what is no
  /// UTF-8.
  @inline(__always)
  mutating func append(utf8Of point: UInt32) {
    if point < 0x80 {
      append(UInt8(point))
    } else if point < 0x800 {
      append(UInt8(0xC0 | point >> 6))
      append(UInt8(0x80 | point & 0x3F))
    } else if point < 0x1_0000 {
      append(UInt8(0xE0 | point >> 12))
      append(UInt8(0x80 | point >> 6 & 0x3F))
      append(UInt8(0x80 | point & 0x3F))
    } else {
      append(UInt8(0xF0 | point >> 18))
      append(UInt8(0x80 | point >> 12 & 0x3F))
      append(UInt8(0x80 | point >> 6 & 0x3F))
      append(UInt8(0x80 | point & 0x3F))
    }
  }
}
