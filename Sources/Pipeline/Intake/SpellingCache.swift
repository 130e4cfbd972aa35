/// What each distinct spelling was taken for, so that a word is looked up once and not once a row.
///
/// Shape: keyed by bytes; a hit makes no `String`.
struct SpellingCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let bytes: [UInt8]
    let value: Value
  }

  private var entries: [Entry] = []
  private var places: [UInt64: [Int]] = [:]

  init() {}

  /// The value of the spelling in `range`; `makeValue` answers the first time.
  mutating func value(_ bytes: [UInt8], _ range: Range<Int>, or makeValue: (String) -> Value) -> Value {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    if let known = places[hash] {
      for place in known where entries[place].bytes.elementsEqual(bytes[range]) { return entries[place].value }
    }
    let value = makeValue(String(decoding: bytes[range], as: UTF8.self))
    places[hash, default: []].append(entries.count)
    entries.append(Entry(bytes: Array(bytes[range]), value: value))
    return value
  }
}
