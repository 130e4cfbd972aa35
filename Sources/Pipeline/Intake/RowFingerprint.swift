/// 128 bits that stand for the mapped cells of a row: equal rows have equal ones, and different rows differ for all
/// practical purposes (input IN-11, IN-12).
package struct RowFingerprint: Hashable, Sendable {
  private var first: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f

  /// The half of it, never 0: enough where a mistake only costs time.
  var short: UInt64 { first | 1 }

  /// Adds one cell; its length is part of it, so that cells cannot run into each other.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    add(UInt64(range.count))
    var word: UInt64 = 0
    for index in range {
      word = word << 8 | UInt64(bytes[index])
      if (index - range.lowerBound) % 8 == 7 {
        add(word)
        word = 0
      }
    }
    add(word)
  }

  private mutating func add(_ word: UInt64) {
    first = Self.mixed(first ^ word, 0xa076_1d64_78bd_642f)
    second = Self.mixed(second ^ (word << 32 | word >> 32), 0xe703_7ed1_a0b4_28db)
  }

  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// Tells the first of equal rows from its repetitions.
package struct DuplicateFilter: Sendable {
  private var seen: Set<RowFingerprint> = []

  package init() {}

  /// Whether no equal row came before.
  package mutating func isFirst(_ fingerprint: RowFingerprint) -> Bool { seen.insert(fingerprint).inserted }
}
