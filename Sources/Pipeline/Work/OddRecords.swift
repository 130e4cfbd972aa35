import CSV

/// Records with too few or too many cells, or without an id, that came before anything named their encounter.
///
/// Layout: stored records, their encounter written as 0.
struct OddRecords {
  private(set) var records: [RowFingerprint: [UInt8]] = [:]
  /// Those without an id.
  private(set) var nobodys: [UInt8] = []
  /// Bytes of all that came, also of those that were taken since.
  private(set) var byteCount = 0

  /// Keeps a record; without a key it is nobody's.
  mutating func put(_ record: IntakeRecord, of key: RowFingerprint? = nil) {
    if let key {
      record.put(into: &records[key, default: []], encounter: 0)
    } else {
      record.put(into: &nobodys, encounter: 0)
    }
    byteCount += record.rawCount
  }

  /// Takes out those of an encounter that has a shelf now.
  mutating func take(_ key: RowFingerprint) -> [UInt8]? { records.removeValue(forKey: key) }
}
