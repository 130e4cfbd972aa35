/// Finds where bytes stop being UTF-8 (Unicode, table 3-7).
enum UTF8Check {
  /// What stands at a byte that begins no ASCII character.
  private enum Sequence {
    case whole(length: Int)
    /// The bytes end before the character does.
    case cut
    case illFormed
  }

  /// How far the bytes are whole characters; `isCut` says that the rest, three bytes at most, may yet become one.
  static func wellFormedEnd(of bytes: Span<UInt8>) -> (end: Int, isCut: Bool) {
    var index = 0
    while true {
      index = endOfASCII(bytes, from: index)
      guard index < bytes.count else { return (index, false) }
      switch sequence(in: bytes, at: index) {
      case .whole(let length): index += length
      case .cut: return (index, true)
      case .illFormed: return (index, false)
      }
    }
  }

  /// The first byte at or after `start` that is no ASCII: 32 at a time, since nearly all of an export is ASCII.
  static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    var index = start
    while index + 32 <= raw.byteCount {
      let words = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      if (words[0] | words[1] | words[2] | words[3]) & highBits != 0 { break }
      index += 32
    }
    while index + 8 <= raw.byteCount {
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian & highBits
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func sequence(in bytes: Span<UInt8>, at start: Int) -> Sequence {
    guard let (length, second) = shape(startingWith: bytes[start]) else { return .illFormed }
    let end = min(start + length, bytes.count)
    for index in start + 1..<max(end, start + 1) {
      let allowed = index == start + 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index]) else { return .illFormed }
    }
    return end - start == length ? .whole(length: length) : .cut
  }

  /// The length of the character and what its second byte may be.
  private static func shape(startingWith first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
