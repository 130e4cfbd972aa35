import Infusion

/// Many pairs of codes in little memory: the files of one quarter hold millions.
///
/// Shape: `entries` sorted by key, then by first day; the key packs two codes and the kind of bill into one number.
struct PairList: Sendable {
  struct Entry: Sendable {
    let key: UInt64
    /// Days since 1970; `Int32.min` when not said.
    let from: Int32
    /// Days since 1970; `Int32.max` while in force.
    let to: Int32
    /// First day of the file that says so, days since 1970.
    let release: Int32
    let indicator: UInt8
    /// Place in `sources`.
    let source: UInt16

    /// First day on which it is known to hold: where the table has no first day, that of its file, unless it ended
    /// before.
    var firstKnown: Int32 { from == .min && release <= to ? release : from }
  }

  private(set) var entries: [Entry] = []
  private(set) var sources: [String] = []
  /// First days of the files or rows read, by kind of bill.
  private(set) var releases: [Setting: Set<CivilDate>] = [:]

  /// Adds a source and returns its place.
  mutating func add(source: String) -> UInt16 {
    if let place = sources.lastIndex(of: source) { return UInt16(place) }
    precondition(sources.count < Int(UInt16.max), "more sources than files can be")
    sources.append(source)
    return UInt16(sources.count - 1)
  }

  mutating func add(release: CivilDate, _ setting: Setting) { releases[setting, default: []].insert(release) }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Sorts what was appended; of two with one key and one first day the later release stays.
  mutating func finish() {
    entries.sort { ($0.key, $0.from, $1.release) < ($1.key, $1.from, $0.release) }
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      if let last = kept.last, last.key == entry.key, last.from == entry.from { continue }
      kept.append(entry)
    }
    entries = kept
  }

  /// All entries of a pair, ascending by first day; may be empty.
  func entries(_ key: UInt64) -> ArraySlice<Entry> {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].key == key else { return [] }
    return entries[low...].prefix { $0.key == key }
  }

  /// The key of a pair; nil when one of the two is no code of five letters and digits.
  static func key(_ column1: ProcedureCode, _ column2: ProcedureCode, _ setting: Setting) -> UInt64? {
    guard let first = column1.inBase36, let second = column2.inBase36 else { return nil }
    return key(first, second, setting)
  }

  static func key(_ column1: UInt32, _ column2: UInt32, _ setting: Setting) -> UInt64 {
    UInt64(column1) << 32 | UInt64(column2) << 1 | (setting == .facility ? 1 : 0)
  }

  /// Five digits and letters as a number to the base of 36; letters in any case.
  static func packed(_ bytes: some Collection<UInt8>) -> UInt32? {
    guard bytes.count == 5 else { return nil }
    var number: UInt32 = 0
    for byte in bytes {
      guard isDigit(byte) || isLetter(byte) else { return nil }
      let value = isDigit(byte) ? byte - UInt8(ascii: "0") : (byte | 0x20) - UInt8(ascii: "a") + 10
      number = number * 36 + UInt32(value)
    }
    return number
  }
}
