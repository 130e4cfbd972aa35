import ByteStreams
import CSV
import Infusion

/// The records of a run, put aside by encounter until all have been read.
///
/// A shelf holds the records of encounters that are numbered one after another, so that shelves taken in order give
/// encounters in order, whatever the order of their rows. What passes the memory limit goes to a file without a name.
///
/// Layout: stored records one behind the other, in the order in which they came, in chunks.
struct RecordShelves {
  /// Stored records in memory or in the file.
  fileprivate enum Chunk: Sendable {
    case held([UInt8])
    case spilled(SpillFile.Extent)
  }

  /// What stands on one shelf, for a worker to read.
  struct Shelf: Sendable {
    fileprivate let spill: SpillFile?
    fileprivate let chunks: [Chunk]

    fileprivate init(spill: SpillFile?, chunks: [Chunk]) {
      (self.spill, self.chunks) = (spill, chunks)
    }

    /// A shelf of stored records that are all in memory, in their order.
    init(holding records: [[UInt8]]) {
      self.init(spill: nil, chunks: records.filter { !$0.isEmpty }.map { .held($0) })
    }

    /// Hands on every record, in the order in which they came, with the number of its encounter.
    ///
    /// - Parameters:
    ///   - cutters: by number of the file.
    ///   - wanted: the encounters whose records to hand on; all when nil.
    func forEachRecord(
      cutBy cutters: [RecordCutter], of wanted: Set<Int>? = nil, _ body: (inout IntakeRecord, Int) throws -> Void
    ) throws {
      var cutters = cutters
      var record = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
      // Records of one encounter most often follow each other.
      var last = (encounter: -1, isWanted: false)
      for chunk in chunks {
        let bytes = try bytes(of: chunk)
        var position = 0
        while position < bytes.count {
          let stored = StoredRecord(in: bytes.span, at: &position)
          if stored.encounter != last.encounter {
            last = (stored.encounter, wanted?.contains(stored.encounter) ?? true)
          }
          guard last.isWanted else { continue }
          record.take(stored, in: bytes, cutBy: &cutters[Int(stored.source.file)])
          try body(&record, stored.encounter)
        }
      }
    }

    /// The records of some encounters as they are stored, in their order, each with the batch of its encounter.
    func records(in batches: [Int: Int]) throws -> [(batch: Int, record: ArraySlice<UInt8>)] {
      var found: [(batch: Int, record: ArraySlice<UInt8>)] = []
      for chunk in chunks {
        let bytes = try bytes(of: chunk)
        var position = 0
        while position < bytes.count {
          let start = position
          let stored = StoredRecord(in: bytes.span, at: &position)
          if let batch = batches[stored.encounter] { found.append((batch, bytes[start..<position])) }
        }
      }
      return found
    }

    private func bytes(of chunk: Chunk) throws -> [UInt8] {
      switch chunk {
      case .held(let bytes): return bytes
      case .spilled(let extent):
        guard let spill else { preconditionFailure("a chunk is spilled to a file") }
        return try spill.read(extent)
      }
    }
  }

  /// A chunk takes this much memory and closes when little room is left: shelves that are filled at the same time waste
  /// little.
  private static let largestChunk = 16 << 10
  private static let smallestChunk = 2 << 10
  private static let littleRoom = 512

  private let encountersOnShelf: Int
  /// Bytes that records may take in memory, what they do not fill of it included.
  var memoryLimit: Int
  private let spillPath: String
  private(set) var spill: SpillFile?
  /// Closed chunks, and the one that is being filled.
  private var closed: [[Chunk]] = []
  private var open: [[UInt8]] = []
  private var heldBytes = 0

  /// - Parameters:
  ///   - encountersOnShelf: how many encounters share a shelf.
  ///   - memoryLimit: bytes that records may take in memory, what they do not fill of it included.
  ///   - spillPath: an output, beside which the rest goes.
  init(encountersOnShelf: Int, memoryLimit: Int, spillBeside spillPath: String) {
    self.encountersOnShelf = encountersOnShelf
    self.memoryLimit = memoryLimit
    self.spillPath = spillPath
  }

  /// Puts a record on its encounter's shelf.
  ///
  /// - Throws: `cannotCreate`, `writeFailed`.
  mutating func put(_ record: IntakeRecord, of encounter: Int) throws(ByteStreamError) {
    try put(on: encounter / encountersOnShelf) { record.put(into: &$0, encounter: encounter) }
  }

  /// Puts records on their encounter's shelf that were stored with 0 for it.
  ///
  /// - Throws: `cannotCreate`, `writeFailed`.
  mutating func put(unnumbered stored: [UInt8], of encounter: Int) throws(ByteStreamError) {
    try put(on: encounter / encountersOnShelf) { $0.append(unnumbered: stored, encounter: encounter) }
  }

  /// Puts a record, as it is stored, on a shelf of the caller's choice.
  ///
  /// - Throws: `cannotCreate`, `writeFailed`.
  mutating func put(stored: ArraySlice<UInt8>, on shelf: Int) throws(ByteStreamError) {
    try put(on: shelf) { $0 += stored }
  }

  private mutating func put(on shelf: Int, _ append: (inout [UInt8]) -> Void) throws(ByteStreamError) {
    while open.count <= shelf {
      open.append([])
      closed.append([])
    }
    let before = open[shelf].capacity
    let room = chunkBytes
    if open[shelf].isEmpty { open[shelf].reserveCapacity(room) }
    append(&open[shelf])
    heldBytes += open[shelf].capacity - before
    if open[shelf].count >= room - Self.littleRoom { close(shelf) }
    if heldBytes > memoryLimit { try spillAll() }
  }

  /// Every shelf, in order; a shelf may be empty.
  mutating func finished() -> [Shelf] {
    for shelf in open.indices { close(shelf) }
    defer { closed = [] }
    return closed.map { Shelf(spill: spill, chunks: $0) }
  }

  /// Of many shelves that share little memory each takes less at a time, so that not each few records go to the file.
  private var chunkBytes: Int { min(Self.largestChunk, max(Self.smallestChunk, memoryLimit / 2 / open.count)) }

  private mutating func close(_ shelf: Int) {
    guard !open[shelf].isEmpty else { return }
    closed[shelf].append(.held(open[shelf]))
    open[shelf] = []
  }

  private mutating func spillAll() throws(ByteStreamError) {
    if spill == nil { spill = try SpillFile(beside: spillPath) }
    guard let spill else { return }
    for shelf in closed.indices {
      close(shelf)
      for chunk in closed[shelf].indices {
        guard case .held(let bytes) = closed[shelf][chunk] else { continue }
        closed[shelf][chunk] = .spilled(try spill.append(bytes.span))
      }
    }
    heldBytes = 0
  }
}
