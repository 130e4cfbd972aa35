import Infusion

/// Times and numbers of a row.
extension MARIntake {
  /// A moment, and whether the cell held the time of day alone, so that its day was taken from elsewhere.
  struct Reading {
    var clock: ClockReading
    let isClockOnly: Bool
    let text: TimeText
  }

  /// Fills in the times of a row; gives back a start or a stop that stands alone.
  func readTimes(_ record: IntakeRecord, into row: inout MARRow) throws(RowFailure) -> Reading? {
    let start = try start(record)
    let stop = try stop(record, start: start)
    row.start = start?.clock.moment
    row.stop = stop?.clock.moment
    if stop == nil { row.stop = try endOfDuration(record, start: start) }
    if let start, let stop { settle(start.clock, stop.clock, in: &row) }
    if let start { row.facts.formUnion(start.clock.facts) }
    if let stop { row.facts.formUnion(stop.clock.facts) }
    row.due = try due(record)
    row.lastSeenRunning = try times.moment(
      columns.lastSeenRunning, of: record, field: MARField.lastSeenRunning.rawValue)
    guard row.start == nil, row.stop == nil, row.due == nil else {
      return start == nil || stop == nil ? start ?? stop : nil
    }
    throw record.rejected(
      MARField.start.rawValue, columns.start, "IN-20", "the row has no start, no stop and no date",
      "fill in the start, or correct the export")
  }

  /// When it began, else when the event happened.
  private func start(_ record: IntakeRecord) throws(RowFailure) -> Reading? {
    guard record.isBlank(columns.start), record.isBlank(columns.stop) else {
      return try reading(columns.start, .start, day: .startOrService, record)
    }
    return try reading(columns.actionTime, .actionTime, day: .startOrService, record)
  }

  private func settle(_ start: ClockReading, _ stop: ClockReading, in row: inout MARRow) {
    let (begin, end) = ClockReading.ordered(start: start, stop: stop)
    (row.start, row.stop) = (begin, end)
    if times.isByUnknownClocks, FileClocks.mayChange(from: begin, to: end) { row.facts.insert(.clockChangeHidden) }
  }

  private func stop(_ record: IntakeRecord, start: Reading?) throws(RowFailure) -> Reading? {
    guard !record.isBlank(columns.stop) else { return nil }
    let stop = try reading(
      columns.stop, .stop, day: start == nil ? .stopOrService : .stop, record, start: start)
    guard var stop, let start, stop.isClockOnly else { return stop }
    let (begin, end) = ClockReading.ordered(start: start.clock, stop: stop.clock)
    guard end < begin else { return stop }
    // Without a day of its own, a stop earlier than its start is on the next day (IN-24).
    stop.clock = try nextDay(of: stop, record) ?? stop.clock
    return stop
  }

  private func nextDay(of reading: Reading, _ record: IntakeRecord) throws(RowFailure) -> ClockReading? {
    var next = reading.text
    next.date = next.date.map { CivilDate(daysSince1970: $0.daysSince1970 + 1) }
    return try times.reading(of: next, in: columns.stop, of: record, field: MARField.stop.rawValue)
  }

  /// What else the time of an event can mean: the second moment at which the clocks showed it, and the day after.
  func others(
    of reading: Reading, _ record: IntakeRecord
  ) throws(RowFailure) -> (secondRound: ClockTime?, nextDay: ClockTime?) {
    let secondRound = reading.clock.facts.contains(.clockTwice) ? reading.clock.other : nil
    return (secondRound, reading.isClockOnly ? try nextDay(of: reading, record)?.moment : nil)
  }

  private func endOfDuration(_ record: IntakeRecord, start: Reading?) throws(RowFailure) -> ClockTime? {
    guard !record.isBlank(columns.duration),
      let minutes = try minutes(columns.duration, .duration, record, unit: record.text(columns.durationUnit))
    else { return nil }
    return start?.clock.moment.advanced(byMinutes: minutes)
  }

  /// When the dose was due; else, for a row without any time, the day of service.
  private func due(_ record: IntakeRecord) throws(RowFailure) -> ClockTime? {
    let due = try times.read(columns.dueTime, of: record, field: MARField.dueTime.rawValue)
    let day = try times.day(columns.serviceDate, of: record, field: MARField.serviceDate.rawValue)
    if let due, let moment = times.moment(due) { return moment }
    return (due?.date ?? day).map { ClockTime($0, minuteOfDay: due?.minuteOfDay ?? 0) }
  }

  /// Where the day of a time stands that is alone in its cell: the first that is filled in.
  private enum DayColumns {
    case startOrService, stopOrService, stop
  }

  /// The moment in a cell; a time alone takes its day from the columns that `day` names, else from `start`.
  private func reading(
    _ column: Int?, _ field: MARField, day columns: DayColumns, _ record: IntakeRecord, start: Reading? = nil
  ) throws(RowFailure) -> Reading? {
    guard var time = try times.read(column, of: record, field: field.rawValue) else { return nil }
    var isClockOnly = false
    if time.date == nil {
      let day = try day(columns, record)
      time.date = day?.date ?? start?.clock.moment.date
      isClockOnly = day?.isOfService ?? true
      if day == nil, time.offsetMinutes == nil { time.offsetMinutes = start?.text.offsetMinutes }
      if time.date == nil {
        throw record.rejected(
          field.rawValue, column, "IN-24", "a time without a date", "export the date too, or a service_date column")
      }
    }
    if let clock = try times.reading(of: time, in: column, of: record, field: field.rawValue) {
      return Reading(clock: clock, isClockOnly: isClockOnly, text: time)
    }
    throw record.rejected(
      field.rawValue, column, "IN-20", "a date without a time", "export the time too, here or in a column of its own")
  }

  /// The first day that is filled in, and whether it is the day of service, which says nothing of a stop.
  private func day(
    _ kind: DayColumns, _ record: IntakeRecord
  ) throws(RowFailure) -> (date: CivilDate, isOfService: Bool)? {
    let own: (Int?, MARField) =
      kind == .startOrService ? (columns.startDate, .startDate) : (columns.stopDate, .stopDate)
    if let date = try times.day(own.0, of: record, field: own.1.rawValue) { return (date, false) }
    guard kind != .stop else { return nil }
    return try times.day(columns.serviceDate, of: record, field: MARField.serviceDate.rawValue).map { ($0, true) }
  }

  mutating func readNumbers(_ record: IntakeRecord, into row: inout MARRow) throws(RowFailure) {
    row.pushMinutes = try minutes(columns.pushMinutes, .pushMinutes, record)
    if !record.isBlank(columns.rate) {
      let unit = record.range(columns.rateUnit)
      let isPerHour =
        unit.isEmpty
        ? columns.rateIsPerHour
        : rateUnits.value(record.bytes, unit, or: { FlowText.isMillilitersPerHour($0) })
      row.rateMillilitersPerHour = rate(record, isPerHour: isPerHour)
    }
    guard let lesions = record.filled(columns.lesions) else { return }
    guard let count = NumberText.whole(lesions), count >= 0 else {
      throw record.rejected(
        MARField.lesions.rawValue, columns.lesions, "IN-50", "this is no number of lesions", "write a whole number")
    }
    row.lesions = count
  }

  private func rate(_ record: IntakeRecord, isPerHour: Bool) -> ExactDecimal? {
    if let rate = record.plainNumber(columns.rate) { return isPerHour ? rate : nil }
    return FlowText.millilitersPerHour(record.text(columns.rate), isPerHour: isPerHour)
  }

  private func minutes(
    _ column: Int?, _ field: MARField, _ record: IntakeRecord, unit: String = ""
  ) throws(RowFailure) -> Int? {
    guard let text = record.filled(column) else { return nil }
    guard let minutes = DurationText.minutes(text, unit: unit) else {
      throw record.rejected(
        field.rawValue, column, "IN-50", "this is no duration", "write minutes, a number and its unit (1.5 h), or 1:30")
    }
    guard minutes >= 0 else {
      throw record.rejected(
        field.rawValue, column, "IN-50", "the duration is less than nothing", "correct it in the export")
    }
    return minutes
  }
}
