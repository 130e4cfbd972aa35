import ByteStreams
import CSV
import Infusion

/// Reads the exports of a job as far as the next shelf needs it: rows and charge lines side by side.
///
/// Nothing of a record is looked at but whose it is and on which days, as in `ExportIntake`.
struct GroupedIntake {
  private(set) var exports: ExportIntake
  private var shelves: GroupedShelves
  private var mar = ExportQueue<MARField>(.mar, [])
  private var charges = ExportQueue<ChargeField>(.charges, [])
  /// The stream that holds the rows of all exports; nil when the files hold their own.
  private var stream: GroupedRows?
  private var areRowsRead = false {
    didSet { shelves.hasAllRows = areRowsRead }
  }
  /// What is handed on at the end; nil before.
  private var rest: [CompleteShelf]?
  /// Whether drugs are billed, as far as was known when the first shelf was handed on.
  private var billsDrugs: Bool?

  /// Opens every export, or the stream; headers and first rows are looked at, and nothing else.
  init(_ job: Job) throws {
    exports = ExportIntake(job)
    shelves = GroupedShelves(job)
    if let path = job.rowsPath {
      stream = try GroupedRows(path, of: &exports)
    } else {
      mar = ExportQueue(.mar, try job.marFiles.enumerated().map { try exports.openMAR($1, file: $0) })
      charges = ExportQueue(.charges, try job.chargeFiles.enumerated().map { try exports.openCharges($1, file: $0) })
    }
    try exports.carriedNames.check()
  }

  /// The next shelf to which nothing will be added; nil when all have been handed on.
  ///
  /// - Throws: `Straggler`, `RunError`, `ByteStreamError`.
  mutating func next() throws -> CompleteShelf? {
    if rest == nil { try readAhead() }
    billsDrugs = billsDrugs ?? exports.billsDrugs
    if shelves.done < shelves.count { return try shelves.takeFirst() }
    if rest == nil { rest = try shelves.takeUnnamed().reversed() }
    return rest?.popLast()
  }

  /// What was read, once everything is.
  var inputs: [RunSummary.InputFile] { stream?.inputs ?? mar.inputs + charges.inputs }

  /// Bytes of all exports that were read so far; of a stream nobody knows of how many.
  var bytesRead: Int { mar.bytesRead + charges.bytesRead }

  /// Bytes of records that are in memory and not yet handed on.
  var heldBytes: Int { shelves.heldBytes + shelves.waitingBytes }

  /// Reads until nothing more is expected for the first shelf and for those whose days it shares.
  private mutating func readAhead() throws {
    while shelves.heldBytes < exports.job.windowBytes || !shelves.hasLeftFirst, try readRow() {}
    var settled: Int?
    while true {
      // Lines may make visits share days, and these may lie where no row has been read.
      let last = shelves.lastSharing
      if last == settled { return }
      settled = last
      while shelves.count <= last + exports.job.encountersOnShelf, try readRow() {}
      let middle = (shelves.done + shelves.count) / 2
      while shelves.furthestBilled <= max(last, middle) || mayReadOn, mayWait, try readLine() {}
    }
  }

  /// Whether all rows are there and there is room for more lines: of a small bill none comes too late.
  private var mayReadOn: Bool { areRowsRead && shelves.heldBytes < exports.job.windowBytes }

  /// Lines that wait for their rows take little more memory than rows do.
  private var mayWait: Bool { areRowsRead || shelves.waitingBytes <= exports.job.windowBytes + 1 << 20 }

  /// Reads the next row, or of a stream the next of both kinds; false when there is none.
  private mutating func readRow() throws -> Bool {
    guard !areRowsRead else { return false }
    if let next = try stream?.next() {
      try take(next)
    } else if stream == nil, let form = try mar.next() {
      try look(at: mar.row, code: form.code)
      try shelves.putRow(mar.row, form)
    } else {
      areRowsRead = true
    }
    return !areRowsRead
  }

  /// Reads the next charge line; false when there is none, as of a stream, whose lines come with its rows.
  private mutating func readLine() throws -> Bool {
    guard let form = try charges.next() else { return false }
    try put(line: charges.row, form)
    return true
  }

  private mutating func take(_ next: GroupedRows.Next) throws {
    guard let stream else { return }
    switch next {
    case .row(let form):
      try look(at: stream.row, code: form.code)
      try shelves.putRow(stream.row, form)
    case .line(let form): try put(line: stream.row, form)
    }
  }

  private mutating func put(line: IntakeRecord, _ form: ExportForm) throws {
    try look(at: line, code: form.code)
    try shelves.putLine(line, form)
  }

  private mutating func look(at record: IntakeRecord, code: Int?) throws(Straggler) {
    exports.drugLines.look(at: record, code: code)
    if billsDrugs == false, exports.billsDrugs, exports.job.comparesWithBill { throw .drug(record.source) }
  }
}
