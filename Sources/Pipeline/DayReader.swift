import Coding
import Infusion

/// Where the records of an export name a patient and days on which something was done.
///
/// Days are taken as generously as what is read later may move them, and no more: whoever is found to share a day with
/// another encounter of the patient, and does not, costs time and changes nothing.
///
/// An object apart from what reads whole rows: handed on for each record, that was copied with all that it knows of
/// spellings.
final class DayReader: Sendable {
  /// What may be estimated of a time that nobody wrote down lies no further away.
  private static let furthest: Int32 = 31

  /// The column of the patient; nil where the file has none, as of every charge export.
  let patientID: Int?
  private let columns: [Int]
  /// Without them a row may begin earlier, or last longer, than everything written.
  private let start, stop: Int?
  /// Whether rows are of a medication record.
  private let isRecord: Bool
  /// Whether units are dated by the day in which they are earned (`dos_rule` = `SPLIT_BY_DAY`).
  private let datesEachDay: Bool
  private let times: TimeColumns

  init(_ intake: MARIntake, _ rule: Policy.DateRule) {
    (patientID, columns) = (intake.columns.patientID, intake.columns.days)
    (start, stop) = (intake.columns.start, intake.columns.stop)
    (isRecord, datesEachDay, times) = (true, rule == .splitByDay, intake.times)
  }

  init(_ intake: ChargeIntake) {
    (patientID, columns, start, stop) = (nil, [intake.columns.serviceDate].compactMap(\.self), nil, nil)
    (isRecord, datesEachDay, times) = (false, false, intake.times)
  }

  /// The days of a record; those that cannot be read are left out.
  func days(of record: IntakeRecord) -> DaySpan {
    var days = DaySpan()
    var hasTimeAlone = false
    for column in columns {
      guard let time = times.readable(in: column, of: record) else { continue }
      if let date = time.date {
        times.add(date.daysSince1970, of: time, to: &days)
      } else {
        hasTimeAlone = true
      }
    }
    guard isRecord, let written = days.days else { return days }
    if record.isBlank(start) { days.add(written.lowerBound - Self.furthest) }
    // A time alone may be of the next day (IN-24).
    if hasTimeAlone { days.add(written.upperBound + 1) }
    if datesEachDay, record.isBlank(stop) { days.add(written.upperBound + Self.furthest) }
    return days
  }
}

extension TimeColumns {
  /// What a cell says; nil when it is blank or cannot be read.
  fileprivate func readable(in column: Int, of record: IntakeRecord) -> TimeText? {
    try? read(column, of: record, field: "")
  }

  /// Adds a day, and those beside it where the clocks of the file may show one of these.
  fileprivate func add(_ day: Int32, of time: TimeText, to days: inout DaySpan) {
    days.add(day)
    guard mayShowAnotherDay(time) else { return }
    days.add(day - 1)
    days.add(day + 1)
  }
}
