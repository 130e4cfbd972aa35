import CodeTables
import Coding
import Infusion

/// Where the records of an export name a patient and days on which something was done.
///
/// Days are taken as generously as what is read later may move them, and hardly more: whoever is found to share a day
/// with another encounter of the patient, and does not, costs time and changes nothing.
///
/// An object apart from what reads whole rows: handed on for each record, that was copied with all that it knows of
/// spellings.
final class DayReader {
  /// What may be estimated of a time that nobody wrote down lies no further away.
  private static let furthest = Int32(MissingTimes.longestEstimateDays)

  /// The column of the patient; nil where the file has none, as of every charge export.
  let patientID: Int?
  private let columns: [Int]
  private let times: TimeColumns
  /// What makes days of a medication record beyond those written; nil for a charge export.
  private let moves: Moves?

  init(_ intake: MARIntake, _ rule: Policy.DateRule) {
    (patientID, columns, times) = (intake.columns.patientID, intake.columns.days, intake.times)
    moves = Moves(intake, datesEachDay: rule == .splitByDay)
  }

  init(_ intake: ChargeIntake) {
    (patientID, columns) = (nil, [intake.columns.serviceDate].compactMap(\.self))
    (times, moves) = (intake.times, nil)
  }

  /// The days of a record; those that cannot be read are left out.
  func days(of record: IntakeRecord) -> DaySpan {
    var days = DaySpan()
    var (hasTimeAlone, hasOffset) = (false, false)
    for column in columns {
      guard let time = times.readable(in: column, of: record) else { continue }
      if let date = time.date { days.add(date.daysSince1970) }
      hasTimeAlone = hasTimeAlone || time.date == nil
      hasOffset = hasOffset || time.offsetMinutes != nil
    }
    guard var written = days.range else { return days }
    if hasOffset, times.knowsZone || moves?.datesEachDay == true {
      // By other clocks than those that wrote them, which stand from -12:00 to +15:00, days may be others.
      written = written.lowerBound - 2...written.upperBound + 2
      days.add(written.lowerBound)
      days.add(written.upperBound)
    }
    guard let moves else { return days }
    // A time alone may be of the next day (IN-24).
    if hasTimeAlone { days.add(written.upperBound + 1) }
    days.add(written.lowerBound - moves.daysBefore(record))
    if moves.datesEachDay, moves.mayLackStop(record, times) { days.add(written.upperBound + Self.furthest) }
    return days
  }

  /// How far the times of a row that nobody wrote down may lie from those that somebody wrote.
  private struct Moves {
    /// Whether units are dated by the day in which they are earned (`dos_rule` = `SPLIT_BY_DAY`).
    let datesEachDay: Bool
    private let start, stop, action, duration, durationUnit, volume, rate, dose, doseUnit: Int?
    private let vocabulary: Vocabulary
    private let actions = Actions()

    init(_ intake: MARIntake, datesEachDay: Bool) {
      self.datesEachDay = datesEachDay
      let columns = intake.columns
      (start, stop, action) = (columns.start, columns.stop, columns.action)
      (duration, durationUnit) = (columns.duration, columns.durationUnit)
      (volume, rate, dose, doseUnit) = (columns.volume, columns.rate, columns.dose, columns.doseUnit)
      vocabulary = intake.vocabulary
    }

    /// How many days before those written an infusion may have begun whose begin is not there (TIME-11).
    func daysBefore(_ record: IntakeRecord) -> Int32 {
      if record.isBlank(start) { return DayReader.furthest }
      guard isEventButNoBegin(record), mayTellLength(record) else { return 0 }
      // Two, since rows beside it may say how long it ran; more where it says so itself.
      var minutes = 1_440
      if let text = record.filled(duration) {
        minutes = DurationText.minutes(text, unit: record.text(durationUnit)) ?? .max
      } else if let volume = record.plainNumber(volume), let rate = record.plainNumber(rate) {
        minutes = volume.wholeQuotient(times: 60, dividedBy: rate) ?? .max
      }
      return Int32(min(max(1, minutes / 1_440) + 1, Int(DayReader.furthest)))
    }

    /// Whether it tells one moment of an infusion that began at another one.
    private func isEventButNoBegin(_ record: IntakeRecord) -> Bool {
      guard action != nil, record.isBlank(stop) || record.text(stop) == record.text(start) else { return false }
      let range = record.range(action)
      let word = range.isEmpty ? vocabulary.blankAction : actions.meaning(record.bytes, range, vocabulary)
      return word.map { $0.isEvent && $0 != .begin } ?? false
    }

    /// Whether something says how long infusions ran, or how fast: else nothing is reckoned back from an end.
    private func mayTellLength(_ record: IntakeRecord) -> Bool {
      guard duration == nil, rate == nil else { return true }
      if !record.isBlank(doseUnit), FlowText.isRate(record.text(doseUnit)) { return true }
      return NumberText.measured(record.text(dose)).map { FlowText.isRate($0.1) } ?? false
    }

    /// Whether a stop may be estimated: there is none behind the start.
    func mayLackStop(_ record: IntakeRecord, _ times: TimeColumns) -> Bool {
      guard let begin = times.readable(in: start, of: record), let end = times.readable(in: stop, of: record) else {
        return true
      }
      guard let begin = begin.moment, let end = end.moment else { return true }
      return end <= begin
    }
  }

  /// Each action is looked up once.
  private final class Actions {
    private var cache = SpellingCache<ActionWord?>()

    func meaning(_ bytes: [UInt8], _ range: Range<Int>, _ vocabulary: Vocabulary) -> ActionWord? {
      cache.value(bytes, range) { vocabulary.action($0) }
    }
  }
}

extension TimeColumns {
  /// What a cell says; nil when it is blank or cannot be read.
  fileprivate func readable(in column: Int?, of record: IntakeRecord) -> TimeText? {
    try? read(column, of: record, field: "")
  }
}
