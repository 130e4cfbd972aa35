/// Gzip members written by hand, without a compressor: stored blocks of at most 65,535 bytes.
enum Gzip {
  static func member(_ plain: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = plain[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      member += [rest.isEmpty ? 1 : 0] + littleEndian(length) + littleEndian(~length) + block
    } while !rest.isEmpty
    return member + littleEndian(crc32(plain)) + littleEndian(UInt32(truncatingIfNeeded: plain.count))
  }

  /// "MAR" sixty times, as `gzip -9n` compresses it.
  static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xF3, 0x75, 0x0C, 0xF2, 0x1D, 0x6A,
    0x08, 0x00, 0x78, 0x0F, 0x0C, 0x9E, 0xB4, 0x00, 0x00, 0x00,
  ]

  private static func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
    (0..<Word.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> Word($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
