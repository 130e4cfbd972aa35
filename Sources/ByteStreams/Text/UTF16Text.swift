/// UTF-16 to UTF-8.
enum UTF16Text {
  /// How many of the bytes are whole characters: an odd byte and the first half of a pair wait for what follows.
  static func wholeCount(of bytes: Span<UInt8>, bigEndian: Bool) -> Int {
    let count = bytes.count & ~1
    guard count >= 2, isHigh(unit(bytes, at: count - 2, bigEndian)) else { return count }
    return count - 2
  }

  /// The text of an even number of bytes; half a surrogate pair becomes what is no UTF-8 and sets `isDoubtful`.
  static func utf8(of bytes: Span<UInt8>, bigEndian: Bool, isDoubtful: inout Bool) -> [UInt8] {
    var hasHalf = false
    // A unit gives three bytes at most, and a pair four.
    let text = [UInt8](capacity: bytes.count / 2 * 3) { text in
      var index = 0
      while index < bytes.count {
        let first = unit(bytes, at: index, bigEndian)
        index += 2
        if isHigh(first), index < bytes.count, case let second = unit(bytes, at: index, bigEndian), isLow(second) {
          index += 2
          text.append(utf8Of: 0x1_0000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        } else {
          if isHigh(first) || isLow(first) { hasHalf = true }
          text.append(utf8Of: UInt32(first))
        }
      }
    }
    if hasHalf { isDoubtful = true }
    return text
  }

  @inline(__always)
  private static func unit(_ bytes: Span<UInt8>, at index: Int, _ bigEndian: Bool) -> UInt16 {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return bigEndian ? first << 8 | second : second << 8 | first
  }

  private static func isHigh(_ unit: UInt16) -> Bool { unit & 0xFC00 == 0xD800 }

  private static func isLow(_ unit: UInt16) -> Bool { unit & 0xFC00 == 0xDC00 }
}
