import ByteStreams
import CSV
import Infusion

extension ExportIntake {
  typealias MARExport = StreamedExport<MARField, MARIntake>
  typealias ChargeExport = StreamedExport<ChargeField, ChargeIntake>

  /// Reads the rows of all exports from one stream and puts them on their shelves.
  ///
  /// The exports themselves give header and first rows, from which the forms of times are settled; where headers are
  /// options, the exports are names and nothing more, and the first rows are those of the stream.
  ///
  /// Rows of both kinds may come in any order: charge lines wait until all of the medication record is there.
  mutating func readRows(_ path: String, _ watch: inout some RunWatch) throws {
    var stream = try RowStream(path: path, job: job)
    cutters = (job.marFiles + job.chargeFiles).map { _ in RecordCutter(dialect: stream.dialect) }
    var mar: [MARExport] = []
    for (file, path) in job.marFiles.enumerated() { mar.append(try openHead(mar: path, file)) }
    var charges: [ChargeExport] = []
    for (file, path) in job.chargeFiles.enumerated() { charges.append(try openHead(charges: path, file)) }
    var lines = RecordShelves(encountersOnShelf: .max, memoryLimit: job.recordBytes / 4, spillBeside: job.spillPath)
    var copy = RecordCopy()
    var row = IntakeRecord(source: SourceRow(file: 0, line: 0, row: 0))
    while let tag = try stream.next(into: &copy) {
      count(&watch)
      let file = tag.file
      guard file < (tag.role == .mar ? mar.count : charges.count) else {
        throw RunError.noSuchExport(stream: path, role: tag.role, number: file + 1)
      }
      if tag.role == .mar {
        row.take(copy, file: file, row: mar[file].number(tag), isDoubtful: stream.isDoubtful)
        try take(row, of: &mar[file])
      } else {
        let place = job.marFiles.count + file
        row.take(copy, file: place, row: charges[file].number(tag), isDoubtful: stream.isDoubtful)
        if charges[file].reading == nil, charges[file].first.count < TimeColumns.sampleSize {
          charges[file].first.append(row)
        }
        try lines.put(row, of: 0)
      }
    }
    for file in mar.indices { try settle(&mar[file]) }
    for file in charges.indices { _ = try charges[file].settled(by: self) }
    for shelf in lines.finished() {
      try shelf.forEachRecord(cutBy: cutters) { row, _ in
        try take(row, of: charges[Int(row.source.file) - job.marFiles.count])
      }
    }
    try close(mar, charges)
  }

  mutating func openHead(mar path: String, _ file: Int) throws(RunError) -> MARExport {
    let mapping = job.configuration.mar
    if let header = try givenMARHeader { return StreamedExport(path, header: header) }
    var head = try ExportTable<MARField>(
      path: path, file: file, job: job, mapping: mapping, synonyms: vocabulary.marHeaders)
    let header = head.header
    _ = try head.forEachRow(.mar) { row throws(RunError) in drugLines.look(at: row, code: header[.billedCode]) }
    let intake = try marIntake(of: head, path: path)
    return StreamedExport(path, header: header, read: intake, form(header, read: intake))
  }

  mutating func openHead(charges path: String, _ file: Int) throws(RunError) -> ChargeExport {
    let mapping = job.configuration.charges
    if let header = try givenChargeHeader { return StreamedExport(path, header: header) }
    var head = try ExportTable<ChargeField>(
      path: path, file: job.marFiles.count + file, job: job, mapping: mapping, synonyms: vocabulary.chargeHeaders)
    let header = head.header
    _ = try head.forEachRow(.charges) { row throws(RunError) in drugLines.look(at: row, code: header[.code]) }
    let intake = try chargeIntake(of: head, path: path)
    return StreamedExport(path, header: header, read: intake, ExportForm(header, read: intake))
  }

  /// A row of the medication record; the first ones wait until there are enough to settle their form.
  private mutating func take(_ row: IntakeRecord, of export: inout MARExport) throws(RunError) {
    guard let form = export.reading?.form else {
      export.first.append(row)
      if export.first.count == TimeColumns.sampleSize { try settle(&export) }
      return
    }
    drugLines.look(at: row, code: form.code)
    guard let encounter = try shelve(row, form.shape) else { return }
    days.note(row: row, of: encounter, by: form.days)
  }

  private mutating func settle(_ export: inout MARExport) throws(RunError) {
    let first = export.first
    _ = try export.settled(by: self)
    for row in first { try take(row, of: &export) }
  }

  private mutating func take(_ line: IntakeRecord, of export: ChargeExport) throws(RunError) {
    guard let form = export.reading?.form else { preconditionFailure("the form of every export is settled") }
    drugLines.look(at: line, code: form.code)
    guard let encounter = try shelve(line, form.shape) else { return }
    days.note(line: line, of: encounter, by: form.days)
  }

  private mutating func close(_ mar: [MARExport], _ charges: [ChargeExport]) throws(RunError) {
    try noteForms(mar, charges)
    inputs = mar.map { .streamed(.mar, $0.path, rows: $0.rows) }
    inputs += charges.map { .streamed(.charges, $0.path, rows: $0.rows) }
  }

  /// Hands over how records are read, in the order of the files.
  mutating func noteForms(_ mar: [MARExport], _ charges: [ChargeExport]) throws(RunError) {
    for export in mar {
      guard let intake = export.reading?.intake else { preconditionFailure("the form of every export is settled") }
      try note(intake.times, isRecord: true, file: export.path)
      marFiles.append(ShelfReader.MARFile(intake: intake, carried: carriedNames.columns(in: export.header)))
    }
    for export in charges {
      guard let intake = export.reading?.intake else { preconditionFailure("the form of every export is settled") }
      try note(intake.times, isRecord: false, file: export.path)
      chargeFiles.append(ShelfReader.ChargeFile(intake: intake, carried: carriedNames.columns(in: export.header)))
    }
  }
}

extension RunSummary.InputFile {
  /// An export of which only rows were seen: its size and digest are not known.
  static func streamed(_ role: Role, _ path: String, rows: Int) -> Self {
    Self(role: role, path: path, bytes: 0, sha256: "", rows: rows)
  }
}
