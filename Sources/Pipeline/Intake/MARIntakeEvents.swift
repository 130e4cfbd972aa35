import CSV
import CodeTables
import Infusion

/// What a row says as an entry of an event log.
extension MARIntake {
  /// The tag of a row that is read otherwise; an event keeps no technique and no stop that nobody wrote down for it.
  mutating func tag(_ record: IntakeRecord, action: ActionWord, row: inout MARRow) throws(RowFailure) -> EventTag {
    let isInterval = row.start != nil && !record.isBlank(columns.stop)
    // An export that must fill in both writes the moment of an entry twice.
    let isMoment = isInterval && row.start == row.stop && Self.mayBeMoment(action)
    let isEvent = action.isEvent && (!isInterval || isMoment) && row.isGiven
    if isMoment, isEvent { row.stop = nil }
    if isEvent, row.route == .subcutaneous, row.technique == .injection, record.isBlank(columns.technique) {
      row.technique = .unknown
    }
    var tag = EventTag(meaning: action, isEvent: isEvent, isInLog: columns.stop == nil)
    (tag.bag, tag.order) = (fingerprint(record, columns.bagID), fingerprint(record, columns.orderID))
    tag.version = try version(record)
    tag.isByUnknownClocks = times.isByUnknownClocks
    if isEvent { tag.rate = readRate(record, into: &row) }
    return tag
  }

  private static func mayBeMoment(_ action: ActionWord) -> Bool {
    action == .end || action == .pause || action == .resume || action == .running
  }

  /// Which entry the row is a version of; nil when it names neither an id nor when it was saved.
  func version(_ record: IntakeRecord) throws(RowFailure) -> EventTag.Version? {
    let savedAt = try savedTime(record)
    guard !record.isBlank(columns.eventID) || savedAt != nil else { return nil }
    return EventTag.Version(eventID: fingerprint(record, columns.eventID), savedAt: savedAt)
  }

  /// A saved time that cannot be read only loses the order of corrections, never the row.
  private func savedTime(_ record: IntakeRecord) throws(RowFailure) -> ClockTime? {
    do {
      return try times.moment(columns.savedTime, of: record, field: MARField.savedTime.rawValue)
    } catch {
      if error.stopsTheRun { throw error }
      return nil
    }
  }

  private func fingerprint(_ record: IntakeRecord, _ column: Int?) -> RowFingerprint? {
    record.isBlank(column) ? nil : record.fingerprint(ofID: column)
  }

  /// Whether something flows: what the rate says, else a dose whose unit is one of rates (`mcg/kg/min`).
  private func readRate(_ record: IntakeRecord, into row: inout MARRow) -> EventTag.Rate? {
    if let (number, _) = NumberText.measured(record.text(columns.rate)) {
      return number > .zero ? .some : EventTag.Rate.none
    }
    guard let (number, ownUnit) = NumberText.measured(record.text(columns.dose)) else { return nil }
    let unit = ownUnit.isEmpty ? record.text(columns.doseUnit) : ownUnit
    guard FlowText.isRate(unit) else { return nil }
    row.rateMillilitersPerHour =
      row.rateMillilitersPerHour
      ?? FlowText.millilitersPerHour(record.text(columns.dose), isPerHour: FlowText.isMillilitersPerHour(unit))
    return number > .zero ? .some : EventTag.Rate.none
  }
}
