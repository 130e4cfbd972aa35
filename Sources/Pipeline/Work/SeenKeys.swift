/// Keys that were seen: 64 well mixed bits each, which stand for something.
///
/// A `Set` of millions is half empty when it has grown, and while it grows it is there twice. This one grows part by
/// part, each time by a seventh.
///
/// Memory: 7 to 8 bytes a key. Of a key 59 bits are known: with eight million keys there, one run in ten thousand that
/// asks for as many others takes one of them for a key that was seen.
struct SeenKeys {
  private static let bitsOfPart = 12

  private var parts = [Part](repeating: Part(), count: 1 << bitsOfPart)

  mutating func insert(_ key: UInt64) { parts[Self.part(of: key)].insert(Part.Key(key)) }

  func contains(_ key: UInt64) -> Bool { parts[Self.part(of: key)].contains(Part.Key(key)) }

  private static func part(of key: UInt64) -> Int { Int(key >> (64 - bitsOfPart)) }
}

/// Keys whose first bits are the same, each in the slot that it names or in the next free one behind.
private struct Part {
  /// What is kept of a key: its bits behind those that choose the part.
  struct Key {
    let upper: UInt32
    /// Never 0.
    let lower: UInt16

    init(_ key: UInt64) {
      (upper, lower) = (UInt32(truncatingIfNeeded: key >> 20), UInt16(truncatingIfNeeded: key >> 4) | 1)
    }

    init(upper: UInt32, lower: UInt16) { (self.upper, self.lower) = (upper, lower) }
  }

  private var upper: [UInt32] = []
  /// 0 in a free slot; at least every eighth is free.
  private var lower: [UInt16] = []
  private var count = 0

  mutating func insert(_ key: Key) {
    if 8 * (count + 1) > 7 * lower.count { grow() }
    let slot = slot(of: key)
    if lower[slot] == 0 { count += 1 }
    (upper[slot], lower[slot]) = (key.upper, key.lower)
  }

  func contains(_ key: Key) -> Bool { count > 0 && lower[slot(of: key)] != 0 }

  /// Where the key is, else where it would go.
  private func slot(of key: Key) -> Int {
    var slot = Int((UInt64(key.upper) * UInt64(lower.count)) >> 32)
    while lower[slot] != 0, lower[slot] != key.lower || upper[slot] != key.upper {
      slot = slot + 1 == lower.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    let before = (upper: upper, lower: lower)
    let room = max(8, before.lower.count * 8 / 7 + 1)
    (upper, lower, count) = (Array(repeating: 0, count: room), Array(repeating: 0, count: room), 0)
    for (upper, lower) in zip(before.upper, before.lower) where lower != 0 { insert(Key(upper: upper, lower: lower)) }
  }
}
