import CSV

/// Tells the first of equal rows from its repetitions (input IN-11, IN-12).
///
/// A table of its own: a fingerprint is a hash already, and a `Set` would make another one of it.
package struct DuplicateFilter: Sendable {
  /// Those seen, each in the slot that it names or in the next free one behind; at least half of them are free.
  private var slots = [RowFingerprint?](repeating: nil, count: 64)
  private var count = 0

  package init() {}

  /// Whether no equal row came before.
  package mutating func isFirst(_ fingerprint: RowFingerprint) -> Bool {
    guard enter(fingerprint) else { return false }
    count += 1
    if 2 * count > slots.count { grow() }
    return true
  }

  private mutating func grow() {
    let seen = slots
    slots = [RowFingerprint?](repeating: nil, count: 2 * seen.count)
    for case let fingerprint? in seen { _ = enter(fingerprint) }
  }

  /// False when it is there.
  private mutating func enter(_ fingerprint: RowFingerprint) -> Bool {
    var slot = Int(truncatingIfNeeded: fingerprint.short >> 8) & (slots.count - 1)
    while let other = slots[slot] {
      if other == fingerprint { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = fingerprint
    return true
  }
}
