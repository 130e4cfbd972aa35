import CodeTables
import Infusion

/// Looks at exports the way a run reads them, and says what it took them for.
package struct FileInspector {
  private let job: Job

  package init(_ job: Job) {
    self.job = job
  }

  /// What the file is taken for: a medication record where it can be one, else charges; columns that no header gives
  /// away are guessed from their values.
  ///
  /// - Throws: `RunError`, as a run would; the file can then not be read whatever the configuration.
  package func inspect(_ path: String) throws(RunError) -> Inspection {
    let inspection = try Self.inspect(path, job)
    guard inspection.hasImplausibleYears, path != "-" else { return inspection }
    var job = job
    job.configuration.allowsAnyYear = true
    var other = try Self.inspect(path, job)
    other.isOfAnyYear = true
    other.warnings.append(
      "Most dates lie outside 1990-2100, shifted on purpose it seems: shown as they are read with --allow-any-year.")
    return other
  }

  private static func inspect(_ path: String, _ job: Job) throws(RunError) -> Inspection {
    let first: RunError
    do throws(RunError) {
      return try MARInspector(job, path: path, guessed: [:]).inspection()
    } catch {
      guard case .intake(let reason) = error, reason.isAboutColumns, path != "-" else { throw error }
      first = error
    }
    do throws(RunError) {
      return try ChargeInspector(job, path: path, guessed: [:]).inspection()
    } catch {
      guard case .intake(let reason) = error, reason.isAboutColumns else { throw error }
    }
    let guess = try ColumnGuess(job, path: path)
    if let columns = guess.marColumns { return try MARInspector(job, path: path, guessed: columns).inspection() }
    if let columns = guess.chargeColumns {
      return try ChargeInspector(job, path: path, guessed: columns).inspection()
    }
    throw first
  }
}

extension IntakeError {
  /// Whether another mapping of columns may help.
  fileprivate var isAboutColumns: Bool {
    switch self {
    case .noHeader, .mappedColumnAbsent: true
    default: false
    }
  }
}

extension Inspection {
  /// Whether most rows are rejected for their years.
  fileprivate var hasImplausibleYears: Bool {
    problems.contains { $0.rule == "IN-25" && $0.rows * 2 > rows }
  }

  /// What the header came to.
  mutating func describe<Field: IntakeField>(
    _ header: HeaderMap<Field>, configured: FileMapping<Field>, guessed: [Field: String]
  ) {
    for field in Field.allCases {
      guard let column = header[field] else {
        absentFields.append(field.rawValue)
        continue
      }
      let others = header.passedOver.filter { $0.field == field }.map { header.headers[$0.column] }
      let confidence: Column.Confidence =
        configured.headers[field] != nil
        ? .configured : guessed[field] != nil ? .guessed : others.isEmpty ? .certain : .likely
      columns.append(
        Column(
          field: field.rawValue, header: header.headers[column], confidence: confidence, alternatives: others))
    }
    let used = Set(header.columns.values)
    unusedHeaders = header.headers.indices.filter { !used.contains($0) }.map { header.headers[$0] }
  }

  /// What a person should know of the outside of the file.
  func warnings(of input: RunSummary.InputFile) -> [String] {
    input.encodingWarning { "line \($0)" }.map { [$0] } ?? []
  }

  /// How the columns of times are written, each with its first value.
  mutating func describe<Field: IntakeField>(
    _ times: TimeColumns, in header: HeaderMap<Field>, fields: [Field], sample: [IntakeRecord]
  ) {
    dateOrder = times.dateOrder
    offsets = times.offsets
    for field in fields {
      guard let column = header[field], let form = times.form(of: column),
        let record = sample.first(where: { !$0.isBlank(column) })
      else { continue }
      let reading = times.text(in: column, of: record)
      self.times.append(
        Times(
          field: field.rawValue, form: times.countsMinutes ? nil : form, example: record.text(column),
          reading: reading.map(Self.words) ?? "not understood"))
    }
  }

  private static func words(_ time: TimeText) -> String {
    let clock = time.minuteOfDay.map { "\(padded($0 / 60, to: 2)):\(padded($0 % 60, to: 2))" }
    let offset = time.offsetMinutes.map { minutes in
      "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, to: 2)):\(padded(abs(minutes) % 60, to: 2))"
    }
    return [time.date?.description, clock, offset].compactMap(\.self).joined(separator: " ")
  }
}
