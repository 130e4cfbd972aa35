import Infusion

/// Times and numbers of a row.
extension MARIntake {
  /// A moment, and whether the cell held the time of day alone, so that its day was taken from elsewhere.
  private struct Reading {
    let moment: ClockTime
    let isClockOnly: Bool
  }

  func readTimes(_ record: IntakeRecord, into row: inout MARRow) throws(RowFailure) {
    let start = try moment(
      columns.start, .start, days: [(columns.startDate, .startDate), (columns.serviceDate, .serviceDate)], record)
    row.start = start?.moment
    row.stop = try stop(record, start: start?.moment)
    row.due = try due(record)
    let seen = MARField.lastSeenRunning.rawValue
    row.lastSeenRunning = try times.read(columns.lastSeenRunning, of: record, field: seen)?.moment
    guard row.start == nil, row.stop == nil, row.due == nil else { return }
    throw record.rejected(
      MARField.start.rawValue, columns.start, "IN-20", "the row has no start, no stop and no date",
      "fill in the start, or correct the export")
  }

  private func stop(_ record: IntakeRecord, start: ClockTime?) throws(RowFailure) -> ClockTime? {
    guard !record.isBlank(columns.stop) else { return try endOfDuration(record, start: start) }
    let days: [(Int?, MARField)] = [(columns.stopDate, .stopDate)]
    let otherwise = start?.date
    let stop = try moment(
      columns.stop, .stop, days: start == nil ? days + [(columns.serviceDate, .serviceDate)] : days, record,
      otherwise: otherwise, offset: start?.offsetMinutes)
    guard let stop, let start, stop.isClockOnly, stop.moment < start else { return stop?.moment }
    // Without a day of its own, a stop earlier than its start is on the next day (IN-24).
    return stop.moment.advanced(byMinutes: 1_440)
  }

  private func endOfDuration(_ record: IntakeRecord, start: ClockTime?) throws(RowFailure) -> ClockTime? {
    guard let minutes = try minutes(columns.duration, .duration, record, unit: record.text(columns.durationUnit)) else {
      return nil
    }
    return start?.advanced(byMinutes: minutes)
  }

  /// When the dose was due; else, for a row without any time, the day of service.
  private func due(_ record: IntakeRecord) throws(RowFailure) -> ClockTime? {
    let due = try times.read(columns.dueTime, of: record, field: MARField.dueTime.rawValue)
    let day = try times.read(columns.serviceDate, of: record, field: MARField.serviceDate.rawValue)
    if let moment = due?.moment { return moment }
    return (due?.date ?? day?.date).map { ClockTime($0, minuteOfDay: due?.minuteOfDay ?? 0) }
  }

  /// The moment in a cell; a time alone takes its day from the first of `days` that is filled in, else `otherwise`.
  private func moment(
    _ column: Int?, _ field: MARField, days: [(Int?, MARField)], _ record: IntakeRecord, otherwise: CivilDate? = nil,
    offset: Int16? = nil
  ) throws(RowFailure) -> Reading? {
    guard var time = try times.read(column, of: record, field: field.rawValue) else { return nil }
    if let moment = time.moment { return Reading(moment: moment, isClockOnly: false) }
    guard time.date == nil else {
      throw record.rejected(
        field.rawValue, column, "IN-20", "a date without a time", "export the time too, here or in a column of its own")
    }
    for (dayColumn, dayField) in days {
      guard let day = try times.read(dayColumn, of: record, field: dayField.rawValue)?.date else { continue }
      time.date = day
      return time.moment.map { Reading(moment: $0, isClockOnly: dayField == .serviceDate) }
    }
    time.date = otherwise
    if time.offsetMinutes == nil { time.offsetMinutes = offset.map(Int.init) }
    if let moment = time.moment { return Reading(moment: moment, isClockOnly: true) }
    throw record.rejected(
      field.rawValue, column, "IN-24", "a time without a date", "export the date too, or a service_date column")
  }

  mutating func readNumbers(_ record: IntakeRecord, into row: inout MARRow) throws(RowFailure) {
    row.pushMinutes = try minutes(columns.pushMinutes, .pushMinutes, record)
    if !record.isBlank(columns.rate) {
      let unit = record.range(columns.rateUnit)
      let isPerHour =
        unit.isEmpty
        ? columns.rateIsPerHour
        : rateUnits.value(record.bytes, unit, or: { FlowText.isMillilitersPerHour($0) })
      row.rateMillilitersPerHour = FlowText.millilitersPerHour(record.text(columns.rate), isPerHour: isPerHour)
    }
    guard let lesions = record.filled(columns.lesions) else { return }
    guard let count = NumberText.whole(lesions), count >= 0 else {
      throw record.rejected(
        MARField.lesions.rawValue, columns.lesions, "IN-50", "this is no number of lesions", "write a whole number")
    }
    row.lesions = count
  }

  private func minutes(
    _ column: Int?, _ field: MARField, _ record: IntakeRecord, unit: String = ""
  ) throws(RowFailure) -> Int? {
    guard let text = record.filled(column) else { return nil }
    guard let minutes = DurationText.minutes(text, unit: unit) else {
      throw record.rejected(
        field.rawValue, column, "IN-50", "this is no duration", "write minutes, or a number and its unit: 1.5 h")
    }
    guard minutes >= 0 else {
      throw record.rejected(
        field.rawValue, column, "IN-50", "the duration is less than nothing", "correct it in the export")
    }
    return minutes
  }
}
