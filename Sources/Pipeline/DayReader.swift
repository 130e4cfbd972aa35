import Infusion

/// Where the records of an export name a patient and days on which something was done.
///
/// An object apart from what reads whole rows: handed on for each record, that was copied with all that it knows of
/// spellings.
final class DayReader: Sendable {
  /// The column of the patient; nil where the file has none, as of every charge export.
  let patientID: Int?
  private let columns: [Int]
  private let start: Int?
  /// Whether a start that nobody wrote down may be estimated as earlier than everything written.
  private let estimatesStart: Bool
  private let times: TimeColumns

  init(_ intake: MARIntake) {
    (patientID, columns, start) = (intake.columns.patientID, intake.columns.days, intake.columns.start)
    (estimatesStart, times) = (true, intake.times)
  }

  init(_ intake: ChargeIntake) {
    (patientID, columns, start) = (nil, [intake.columns.serviceDate].compactMap(\.self), nil)
    (estimatesStart, times) = (false, intake.times)
  }

  /// Hands on the days of a record, counted from 1970; those that cannot be read are left out.
  func forEachDay(of record: IntakeRecord, _ body: (Int32) -> Void) {
    var first = Int32.max
    for column in columns {
      guard let day = times.knownDay(in: column, of: record) else { continue }
      first = min(first, day)
      body(day)
    }
    if estimatesStart, first < .max, record.isBlank(start) { body(first - 31) }
  }
}

extension TimeColumns {
  /// The day in a cell, counted from 1970; nil when there is none that can be read.
  fileprivate func knownDay(in column: Int, of record: IntakeRecord) -> Int32? {
    (try? read(column, of: record, field: ""))?.date?.daysSince1970
  }
}
