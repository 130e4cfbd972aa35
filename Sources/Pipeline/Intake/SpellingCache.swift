import CSV

/// What each distinct spelling was taken for, so that a word is looked up once and not once a row.
///
/// Shape: keyed by bytes; a hit makes no `String` and takes no memory.
struct SpellingCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    /// In `spellings`.
    let place: Range<Int>
    let hash: UInt64
    let value: Value
  }

  private var entries: [Entry] = []
  /// All spellings, one behind the other.
  private var spellings: [UInt8] = []
  /// Places of entries by their hash, or by the next free slot behind; 0 is none, and a place is one more than it is.
  private var slots = [Int32](repeating: 0, count: 16)

  init() {}

  /// How many spellings were seen.
  var count: Int { entries.count }

  /// The value of the spelling in `range`; `makeValue` answers the first time.
  mutating func value(_ bytes: [UInt8], _ range: Range<Int>, or makeValue: (String) -> Value) -> Value {
    let spelling = bytes.span.extracting(range)
    var fingerprint = RowFingerprint()
    fingerprint.add(spelling)
    let hash = fingerprint.short
    if let place = place(of: spelling, hash) { return entries[place].value }
    let value = makeValue(String(decoding: bytes[range], as: UTF8.self))
    let start = spellings.count
    spellings += bytes[range]
    entries.append(Entry(place: start..<spellings.count, hash: hash, value: value))
    if 2 * entries.count > slots.count {
      slots = [Int32](repeating: 0, count: 4 * slots.count)
      for place in entries.indices { enter(place) }
    } else {
      enter(entries.count - 1)
    }
    return value
  }

  private func place(of spelling: Span<UInt8>, _ hash: UInt64) -> Int? {
    var slot = firstSlot(hash)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash,
        FieldScanner.areEqual(spellings.span.extracting(entries[place].place), spelling)
      {
        return place
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func enter(_ place: Int) {
    var slot = firstSlot(entries[place].hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place + 1)
  }

  private func firstSlot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8) & (slots.count - 1) }
}

/// What the last spelling of a column was taken for: rows of one encounter repeat its id and its patient's.
struct RepeatedSpelling<Value: Sendable>: Sendable {
  private var bytes: [UInt8] = []
  private var value: Value?

  init() {}

  /// The value of the spelling in `range`; `makeValue` answers when it differs from the one before.
  mutating func value(_ bytes: [UInt8], _ range: Range<Int>, or makeValue: (String) -> Value) -> Value {
    if let value, FieldScanner.areEqual(self.bytes.span, bytes.span.extracting(range)) { return value }
    let fresh = makeValue(String(decoding: bytes[range], as: UTF8.self))
    self.bytes.removeAll(keepingCapacity: true)
    self.bytes += bytes[range]
    value = fresh
    return fresh
  }
}
