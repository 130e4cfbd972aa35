import ByteStreams
import CSV

/// Encounters that the bill alone names, on shelves of their own behind all others; numbered as they come.
struct UnnamedShelves {
  private var numbers: [RowFingerprint: Int] = [:]
  private var shelves: RecordShelves
  /// Such encounters that belong to other shards: they have no number.
  private var elsewhere: Set<RowFingerprint> = []

  init(_ job: Job) {
    shelves = RecordShelves(
      encountersOnShelf: job.encountersOnShelf, memoryLimit: job.windowBytes, spillBeside: job.spillPath)
  }

  /// Whether an encounter is one of these, on these shelves or on those of another shard.
  func contains(_ key: RowFingerprint) -> Bool { numbers[key] != nil || elsewhere.contains(key) }

  /// Gives an encounter its place, with the lines that came so far.
  ///
  /// - Parameters:
  ///   - lines: stored with 0 for their encounter.
  ///   - isMember: whether the run is of it.
  mutating func open(_ key: RowFingerprint, with lines: [UInt8], isMember: Bool) throws(ByteStreamError) {
    guard isMember else {
      elsewhere.insert(key)
      return
    }
    let number = numbers.count
    numbers[key] = number
    try shelves.put(unnumbered: lines, of: number)
  }

  /// Puts a further line of an encounter on its shelf, if it has one here.
  mutating func put(_ line: IntakeRecord, of key: RowFingerprint) throws(ByteStreamError) {
    if let number = numbers[key] { try shelves.put(line, of: number) }
  }

  /// Every shelf, in order, with the odd records of these encounters, and behind all what is nobody's.
  ///
  /// - Parameter withNobodys: whether the run is of what is nobody's.
  mutating func finished(_ odd: OddRecords, withNobodys: Bool) throws(ByteStreamError) -> [RecordShelves.Shelf] {
    var nobodys = odd.nobodys
    for (key, records) in odd.records {
      if let number = numbers[key] {
        try shelves.put(unnumbered: records, of: number)
      } else if !elsewhere.contains(key) {
        nobodys += records
      }
    }
    if withNobodys { try shelves.put(unnumbered: nobodys, of: numbers.count) }
    return shelves.finished()
  }
}
