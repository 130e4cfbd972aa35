import CSV
import Infusion

/// One export as a table: its header found, its first records looked at, its rows handed on in order.
struct ExportTable<Field: IntakeField> {
  let header: HeaderMap<Field>
  /// The first rows, from which the formats of columns are settled; they are handed on again by `forEachRow`.
  let sample: [IntakeRecord]
  /// Cuts records of the file that were put aside.
  let cutter: RecordCutter
  private var reader: ExportReader
  private let file: Int
  /// Rows that `next` has handed on.
  private var rows = 0

  /// Opens an export and finds its header.
  ///
  /// - Parameters:
  ///   - file: the number of the file in the run, for source rows.
  ///   - synonyms: folded headers of each field, the preferred one first.
  ///   - given: the header, of a file that has none: its first record is a row.
  init(
    path: String, file: Int, job: Job, mapping: FileMapping<Field>, synonyms: [Field: [String]],
    given: HeaderMap<Field>? = nil
  ) throws(RunError) {
    var reader = try ExportReader(path: path, job: job)
    var first: [RecordCopy] = []
    var copy = RecordCopy()
    while first.count < HeaderMap<Field>.candidateLimit, try reader.next(into: &copy) { first.append(copy) }
    if let given {
      header = given
    } else {
      let candidates = first.map { record in
        HeaderMap<Field>.Candidate(line: record.line, cells: (0..<record.count).map(record.text))
      }
      header = try rethrowing(
        as: RunError.intake,
        try HeaderMap(
          file: reader.nameForMessages, candidates: candidates, mapping: mapping, synonyms: synonyms))
    }
    let width = reader.leavesOutEmptyCells ? header.headers.count : 0
    reader.fill(to: width)
    var sample: [IntakeRecord] = []
    var row = IntakeRecord(source: SourceRow(file: file, line: 0, row: 0))
    for var record in first.dropFirst(given == nil ? header.headerIndex + 1 : 0) {
      record.fill(to: width)
      row.take(record, file: file, row: sample.count + 1, isDoubtful: reader.isDoubtful)
      sample.append(row)
    }
    while sample.count < TimeColumns.sampleSize, try row.take(from: &reader, file: file, row: sample.count + 1) {
      sample.append(row)
    }
    cutter = RecordCutter(dialect: reader.dialect, width: width)
    self.reader = reader
    self.sample = sample
    self.file = file
  }

  /// How the cells of the file are separated.
  var dialect: Dialect { reader.dialect }

  /// The outside of the file.
  var form: FileForm {
    reader.form(preambleRecords: header.headerIndex, headerLine: header.line)
  }

  /// Says how many bytes of a text were read so far.
  var bytesRead: () -> Int { reader.bytesRead }

  /// Hands on the next row; false behind the last.
  mutating func next(into record: inout IntakeRecord) throws(RunError) -> Bool {
    if rows < sample.count {
      record = sample[rows]
    } else if try !record.take(from: &reader, file: file, row: rows + 1) {
      return false
    }
    rows += 1
    return true
  }

  /// What was read, once `next` has given false.
  func inputFile(_ role: RunSummary.InputFile.Role) throws(RunError) -> RunSummary.InputFile {
    try reader.inputFile(role, rows: rows)
  }

  /// Hands on every row of the file, in order, and says what was read.
  mutating func forEachRow(
    _ role: RunSummary.InputFile.Role, _ body: (IntakeRecord) throws(RunError) -> Void
  ) throws(RunError) -> RunSummary.InputFile {
    for record in sample { try body(record) }
    var rows = sample.count
    var row = IntakeRecord(source: SourceRow(file: file, line: 0, row: 0))
    while try row.take(from: &reader, file: file, row: rows + 1) {
      rows += 1
      try body(row)
    }
    return try reader.inputFile(role, rows: rows)
  }
}
