import CSV
import Infusion

/// One export whose rows come on a stream: its header, and how its rows are read once that is known.
struct StreamedExport<Field: IntakeField, Intake> {
  /// How its rows are read.
  struct Reading {
    let intake: Intake
    let form: ExportForm
  }

  let path: String
  let header: HeaderMap<Field>
  /// Nil until the first rows show the forms of times.
  private(set) var reading: Reading?
  /// The first rows, until then.
  var first: [IntakeRecord] = []
  /// Rows that the stream had of it.
  private(set) var rows = 0

  /// An export that is there with its header and its first rows.
  init(_ path: String, header: HeaderMap<Field>, read intake: Intake, _ form: ExportForm) {
    (self.path, self.header, reading) = (path, header, Reading(intake: intake, form: form))
  }

  /// An export of which only the header is known.
  init(_ path: String, header: HeaderMap<Field>) {
    (self.path, self.header) = (path, header)
  }

  /// Counts a row; its number among the rows of its export.
  mutating func number(_ tag: RowStream.Tag) -> Int {
    rows += 1
    return tag.place?.row ?? rows
  }

  /// How its rows are read, settled by the first rows unless it is settled.
  private mutating func settled(
    _ intake: () throws(RunError) -> Intake, _ form: (Intake) -> ExportForm
  ) throws(RunError) -> Reading {
    if let reading { return reading }
    let intake = try intake()
    let settled = Reading(intake: intake, form: form(intake))
    (reading, first) = (settled, [])
    return settled
  }
}

extension StreamedExport<MARField, MARIntake> {
  /// How its rows are read, settled by the first rows unless it is settled.
  mutating func settled(by exports: ExportIntake) throws(RunError) -> Reading {
    let (header, first, path) = (header, first, path)
    return try settled({ () throws(RunError) in try exports.marIntake(header, sample: first, path: path) }) {
      exports.form(header, read: $0)
    }
  }
}

extension StreamedExport<ChargeField, ChargeIntake> {
  /// How its lines are read, settled by the first ones unless it is settled.
  mutating func settled(by exports: ExportIntake) throws(RunError) -> Reading {
    let (header, first, path) = (header, first, path)
    return try settled({ () throws(RunError) in try exports.chargeIntake(header, sample: first, path: path) }) {
      ExportForm(header, read: $0)
    }
  }
}

extension HeaderMap {
  /// A header that is an option, cells separated by commas.
  ///
  /// - Parameter option: its name, for messages.
  fileprivate init(
    _ text: String, option: String, mapping: FileMapping<Field>, synonyms: [Field: [String]]
  ) throws(RunError) {
    var reader = RecordReader()
    reader.append(Array(text.utf8))
    reader.finish()
    let record = try? reader.next()
    let cells = record.map { record in (0..<record.count).map(record.text) } ?? []
    self = try rethrowing(
      as: RunError.intake,
      try HeaderMap(
        file: option, candidates: [Candidate(line: 1, cells: cells)], mapping: mapping, synonyms: synonyms))
  }
}

extension ExportIntake {
  /// The header of the medication records, where it is an option.
  var givenMARHeader: HeaderMap<MARField>? {
    get throws(RunError) {
      guard let header = job.marHeader else { return nil }
      return try HeaderMap(
        header, option: "--mar-header", mapping: job.configuration.mar, synonyms: vocabulary.marHeaders)
    }
  }

  /// The header of the charge exports, where it is an option.
  var givenChargeHeader: HeaderMap<ChargeField>? {
    get throws(RunError) {
      guard let header = job.chargeHeader else { return nil }
      return try HeaderMap(
        header, option: "--charges-header", mapping: job.configuration.charges, synonyms: vocabulary.chargeHeaders)
    }
  }
}
