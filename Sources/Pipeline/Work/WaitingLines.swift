import CSV
import DequeModule

/// Charge lines of encounters that no row has named yet.
///
/// Shape: in the order in which encounters were first named; lines of one in the order in which they came.
struct WaitingLines {
  private struct Entry {
    /// Stored records, their encounter written as 0.
    var bytes: [UInt8]
    /// Whether the run is of this encounter.
    let isMember: Bool
    /// How many encounters rows had named when it came, and what number it was among those that waited.
    let knownEncounters: Int
    let number: Int
    /// Days of the lines.
    var days = DaySpan()
  }

  private var entries: [RowFingerprint: Entry] = [:]
  /// Those that were taken out stand here too, until they are in front.
  private var queue: Deque<RowFingerprint> = []
  private var count = 0
  /// Entries below this number came before a line of an encounter that rows had named.
  private var passed = 0
  private(set) var byteCount = 0

  /// - Parameter days: the day of service, where it is known.
  mutating func put(
    _ line: IntakeRecord, of key: RowFingerprint, on days: DaySpan, isMember: Bool, knownEncounters: Int
  ) {
    let new = Entry(bytes: [], isMember: isMember, knownEncounters: knownEncounters, number: count)
    let added = Self.add(line, days, to: &entries[key, default: new])
    byteCount += added.bytes
    guard added.isFirst else { return }
    queue.append(key)
    count += 1
  }

  private static func add(
    _ line: IntakeRecord, _ days: DaySpan, to entry: inout Entry
  ) -> (isFirst: Bool, bytes: Int) {
    let before = entry.bytes.count
    line.put(into: &entry.bytes, encounter: 0)
    entry.days.add(days)
    return (before == 0, entry.bytes.count - before)
  }

  /// Takes out the lines of an encounter that a row names, if any wait.
  mutating func take(_ key: RowFingerprint) -> (bytes: [UInt8], days: DaySpan)? {
    guard !entries.isEmpty, let entry = entries.removeValue(forKey: key) else { return nil }
    byteCount -= entry.bytes.count
    passed = max(passed, entry.number)
    return (entry.bytes, entry.days)
  }

  /// A line of an encounter that rows have named came: what waits came before it.
  mutating func pass() { passed = count }

  /// Takes out the next encounter of which no row will come: all that waited when it came are done, and lines of an
  /// encounter behind it have come.
  mutating func takeUnnamed(done: Int) -> (key: RowFingerprint, bytes: [UInt8], isMember: Bool)? {
    while let key = queue.first {
      if let entry = entries[key] {
        guard entry.number < passed, entry.knownEncounters <= done else { return nil }
        entries[key] = nil
        byteCount -= entry.bytes.count
        queue.removeFirst()
        return (key, entry.bytes, entry.isMember)
      }
      queue.removeFirst()
    }
    return nil
  }
}
