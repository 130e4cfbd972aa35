import Infusion

/// The settled formats of a file's columns of times, and the reading of their cells.
///
/// Shape: settled from the first records of the file (`sampleSize` of them); every worker reads with the same ones.
package struct TimeColumns: Sendable {
  /// How many records at the start of a file are looked at before the first is read.
  package static let sampleSize = 1_000
  /// From 1990 to 2100: other years are a row problem (input IN-25).
  private static let plausibleDays: ClosedRange<Int32> = 7_305...47_846

  /// By column; nil for one that holds no times.
  private let formats: [ColumnTimeFormat?]
  private let headers: [String]
  private let settings: FileSettings
  private let clocks: FileClocks
  /// How the moments of the file stand to absolute time.
  package var offsets: FileClocks.Offsets { clocks.offsets }
  /// What the file shows of day and month.
  package let dateOrder: FileDateOrder

  /// - Parameter moments: the columns whose moments are compared with each other, the most telling one first.
  init<Field>(
    columns: [Int], moments: [Int] = [], header: HeaderMap<Field>, sample: [IntakeRecord], settings: FileSettings
  ) throws(IntakeError) {
    var samples: [Int: ColumnTimeSample] = [:]
    for column in columns {
      var columnSample = ColumnTimeSample()
      for record in sample {
        columnSample.note(record.bytes.span.extracting(record.range(column)))
        guard settings.dateOrder == nil, columnSample.evidence.disagrees else { continue }
        let line = Int(record.source.line)
        throw .mixedDateOrder(file: settings.name, line: line, column: header.headers[column])
      }
      samples[column] = columnSample
    }
    let shown = Set(samples.values.compactMap(\.evidence.order))
    var formats = [ColumnTimeFormat?](repeating: nil, count: header.headers.count)
    for (column, columnSample) in samples.sorted(by: { $0.key < $1.key }) {
      do {
        formats[column] = try ColumnTimeFormat(
          columnSample, given: settings.dateOrder, neighbours: shown.count == 1 ? shown.first : nil)
      } catch {
        throw .mixedDateOrder(file: settings.name, line: header.line, column: header.headers[column])
      }
    }
    self.formats = formats
    headers = header.headers
    self.settings = settings
    clocks = FileClocks(
      settings: settings, offsets: moments.lazy.compactMap { samples[$0]?.offsets }.first { $0 != .unknown })
    dateOrder = FileDateOrder(samples.values.map { $0 }, given: settings.dateOrder)
  }

  /// Whether the columns hold minutes, counted from one day, and no dates.
  var countsMinutes: Bool { settings.minutesSince != nil }

  /// How the times of a column are written; nil for one that holds none.
  func form(of column: Int) -> TimeForm? { formats[column]?.form }

  /// What a cell says, whatever its year; nil when it says no time.
  func text(in column: Int, of record: IntakeRecord) -> TimeText? {
    if let day = settings.minutesSince { return Self.moment(record.text(column), minutesSince: day) }
    return try? formats[column]?.read(record.bytes.span.extracting(record.range(column)))
  }

  /// The moment that day, time and offset name together, by the clocks of the file; nil when day or time is missing.
  ///
  /// Times with an offset and times without one cannot be compared unless the zone is known (input IN-23).
  func reading(
    of time: TimeText, in column: Int?, of record: IntakeRecord, field: String
  ) throws(RowFailure) -> ClockReading? {
    guard time.isWhole else { return nil }
    guard clocks.accepts(time) else {
      throw record.rejected(
        field, column, "IN-23",
        time.offsetMinutes == nil
          ? "the time has no offset from absolute time, and other times of the file have one"
          : "the time has an offset from absolute time, and other times of the file have none",
        "name the zone of the clocks with --time-zone, such as America/New_York")
    }
    return clocks.reading(of: time)
  }

  /// The moment of a time that is compared with no other; nil when day or time is missing.
  func moment(_ time: TimeText) -> ClockTime? { time.isWhole ? clocks.reading(of: time)?.moment : nil }

  /// The moment in a cell; nil when it is blank or holds no whole moment.
  func moment(_ column: Int?, of record: IntakeRecord, field: String) throws(RowFailure) -> ClockTime? {
    guard let time = try read(column, of: record, field: field) else { return nil }
    return try reading(of: time, in: column, of: record, field: field)?.moment
  }

  /// The day of service in a cell, on the clocks of the file; nil when it is blank or holds a time alone.
  func day(_ column: Int?, of record: IntakeRecord, field: String) throws(RowFailure) -> CivilDate? {
    try read(column, of: record, field: field).flatMap(clocks.day)
  }

  /// Whether times with an offset are shown as by clocks of another place.
  var knowsZone: Bool { clocks.haveZone }

  /// Whether times are by the clock on the wall of a place whose zone is not known.
  var isByUnknownClocks: Bool { clocks.areUnknown }

  /// What the cell says; nil when it is blank or the file has no such column.
  @inline(__always)
  func read(_ column: Int?, of record: IntakeRecord, field: String) throws(RowFailure) -> TimeText? {
    // Most files lack most columns.
    guard let column, !record.isBlank(column) else { return nil }
    return try read(filled: column, of: record, field: field)
  }

  private func read(filled column: Int, of record: IntakeRecord, field: String) throws(RowFailure) -> TimeText? {
    guard let format = formats[column] else { return nil }
    if let day = settings.minutesSince { return try minutes(column, of: record, field: field, since: day) }
    let found: TimeText?
    do {
      found = try format.read(record.bytes.span.extracting(record.range(column)))
    } catch {
      let line = Int(record.source.line)
      throw .stop(.mixedDateOrder(file: settings.name, line: line, column: headers[column]))
    }
    guard let found else {
      throw record.rejected(
        field, column, "IN-20", "this is no date or time that is understood",
        "write it as 2026-01-05 09:00, or correct it in the export")
    }
    try checkYear(found, column, record, field)
    return found
  }

  private func checkYear(
    _ time: TimeText, _ column: Int, _ record: IntakeRecord, _ field: String
  ) throws(RowFailure) {
    guard let date = time.date else { return }
    guard TimeText.datableDays.contains(date.daysSince1970) else {
      throw record.rejected(
        field, column, "IN-25", "the year is beyond what can be reckoned with", "correct the year in the export")
    }
    guard settings.allowsAnyYear || Self.plausibleDays.contains(date.daysSince1970) else {
      throw record.rejected(
        field, column, "IN-25", "the year is not from 1990 to 2100",
        "correct it, or use --allow-any-year when dates are shifted on purpose")
    }
  }
}

extension TimeColumns {
  /// A moment that is counted in minutes from midnight of `day`; it may lie before it.
  private func minutes(
    _ column: Int, of record: IntakeRecord, field: String, since day: CivilDate
  ) throws(RowFailure) -> TimeText {
    guard let moment = Self.moment(record.text(column), minutesSince: day) else {
      throw record.rejected(
        field, column, "IN-20", "this is no whole number of minutes",
        "write minutes, or take minutes_since out of infusion-charges.yaml")
    }
    return moment
  }

  private static func moment(_ text: String, minutesSince day: CivilDate) -> TimeText? {
    guard let minutes = NumberText.whole(text), abs(minutes) < 100_000_000 else { return nil }
    let moment = ClockTime(day, minuteOfDay: 0).advanced(byMinutes: minutes)
    return TimeText(date: moment.date, minuteOfDay: moment.minuteOfDay)
  }
}
