import CSV

/// What each distinct spelling was taken for, so that a word is looked up once and not once a row.
///
/// Shape: keyed by bytes; a hit makes no `String` and takes no memory.
struct SpellingCache<Value: Sendable>: Sendable {
  /// All spellings, one behind the other, where each stands, and its hash.
  private var spellings: [UInt8] = []
  private var entries: [(place: Range<Int>, hash: UInt64)] = []
  /// By place among the entries; apart from them, since a search is to touch no value.
  private var values: [Value] = []
  /// Places of entries by their hash, or in the next free slot behind; one more than they are, 0 where there is none.
  private var slots = [Int32](repeating: 0, count: 16)
  /// Where the last answer stands: rows repeat what the one before says.
  private var last = 0

  init() {}

  /// How many spellings were seen.
  var count: Int { entries.count }

  /// The value of the spelling in `range`; `makeValue` answers the first time.
  mutating func value(_ bytes: [UInt8], _ range: Range<Int>, or makeValue: (String) -> Value) -> Value {
    let spelling = bytes.span.extracting(range)
    if last < entries.count, FieldScanner.areEqual(spellings.span.extracting(entries[last].place), spelling) {
      return values[last]
    }
    var fingerprint = RowFingerprint()
    fingerprint.add(spelling)
    let hash = fingerprint.short
    if let place = place(of: spelling, hash) {
      last = place
      return values[place]
    }
    let value = makeValue(String(decoding: bytes[range], as: UTF8.self))
    let start = spellings.count
    spellings += bytes[range]
    entries.append((start..<spellings.count, hash))
    values.append(value)
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
