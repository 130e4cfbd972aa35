import CSV
import Infusion

/// The rows of all exports on one stream, for encounters that are coded as their rows come.
///
/// Where headers are options, the first rows wait until enough of every export have come to settle its forms.
struct GroupedRows {
  /// How the row to which `next` has moved is taken.
  enum Next {
    case row(ExportForm)
    case line(ExportForm)
  }

  /// So many rows wait at the most, also when an export has fewer among them than settle its forms elsewhere.
  private static let mostWaiting = 16 * TimeColumns.sampleSize

  private let path: String
  private var stream: RowStream
  private var mar: [ExportIntake.MARExport] = []
  private var charges: [ExportIntake.ChargeExport] = []
  private var marForms: [ExportForm] = []
  private var chargeForms: [ExportForm] = []
  /// The first rows, the next one last.
  private var first: [(tag: RowStream.Tag, row: IntakeRecord)] = []
  private var copy = RecordCopy()
  private(set) var row = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))

  /// Opens a stream, finds the headers of its exports and settles their forms.
  init(_ path: String, of exports: inout ExportIntake) throws {
    let job = exports.job
    self.path = path
    stream = try RowStream(path: path, job: job)
    exports.cutters = (job.marFiles + job.chargeFiles).map { [dialect = stream.dialect] _ in
      RecordCutter(dialect: dialect)
    }
    for (file, path) in job.marFiles.enumerated() { mar.append(try exports.openHead(mar: path, file)) }
    for (file, path) in job.chargeFiles.enumerated() { charges.append(try exports.openHead(charges: path, file)) }
    while needsRows, first.count < Self.mostWaiting, let tag = try read() { wait(tag) }
    first.reverse()
    try settle(&exports)
  }

  /// Moves on to the next row; nil behind the last.
  mutating func next() throws(RunError) -> Next? {
    var tag: RowStream.Tag?
    if let waiting = first.popLast() {
      (tag, row) = (waiting.tag, waiting.row)
    } else {
      tag = try read()
    }
    return tag.map { $0.role == .mar ? .row(marForms[$0.file]) : .line(chargeForms[$0.file]) }
  }

  /// What has come so far; of the exports themselves nothing was read but their heads.
  var inputs: [RunSummary.InputFile] {
    mar.map { .streamed(.mar, $0.path, rows: $0.rows) } + charges.map { .streamed(.charges, $0.path, rows: $0.rows) }
  }

  private mutating func read() throws(RunError) -> RowStream.Tag? {
    guard let tag = try stream.next(into: &copy) else { return nil }
    let file = tag.file
    guard file < (tag.role == .mar ? mar.count : charges.count) else {
      throw .noSuchExport(stream: path, role: tag.role, number: file + 1)
    }
    let number = tag.role == .mar ? mar[file].number(tag) : charges[file].number(tag)
    let place = tag.role == .mar ? file : mar.count + file
    row.take(copy, file: place, row: number, isDoubtful: stream.isDoubtful)
    return tag
  }

  private var needsRows: Bool { mar.contains { $0.needsRows } || charges.contains { $0.needsRows } }

  private mutating func wait(_ tag: RowStream.Tag) {
    first.append((tag, row))
    if tag.role == .mar {
      if mar[tag.file].needsRows { mar[tag.file].first.append(row) }
    } else if charges[tag.file].needsRows {
      charges[tag.file].first.append(row)
    }
  }

  private mutating func settle(_ exports: inout ExportIntake) throws {
    for file in mar.indices { marForms.append(try mar[file].settled(by: exports).form) }
    for file in charges.indices { chargeForms.append(try charges[file].settled(by: exports).form) }
    try exports.noteForms(mar, charges)
  }
}

extension StreamedExport {
  /// Whether its forms are not settled and more of its rows would show them.
  fileprivate var needsRows: Bool { reading == nil && first.count < TimeColumns.sampleSize }
}
