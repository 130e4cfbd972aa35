import Infusion

/// Reads the records of one charge export as billed lines; each becomes exactly one outcome.
///
/// It remembers spellings and nothing of patients.
package struct ChargeIntake: Sendable {
  let columns: ChargeColumns
  let times: TimeColumns
  private let vocabulary: Vocabulary
  private let isRelevantCode: @Sendable (ProcedureCode) -> Bool
  private let isVisitCode: @Sendable (ProcedureCode) -> Bool
  private let namedFields: [(column: Int, field: String)]

  private var cells = ChargeCells()
  private var encounterIDs = RepeatedSpelling<String>()
  private var statuses = SpellingCache<LineStatus>()
  private var billers = SpellingCache<Setting?>()

  /// Prepares for a file whose header is `header`; see `MARIntake` for `sample`.
  ///
  /// `isRelevantCode` tells which codes belong to drug administration or are drugs, `isVisitCode` which are visits.
  package init(
    header: HeaderMap<ChargeField>, sample: [IntakeRecord], settings: FileSettings, vocabulary: Vocabulary,
    isRelevantCode: @escaping @Sendable (ProcedureCode) -> Bool,
    isVisitCode: @escaping @Sendable (ProcedureCode) -> Bool = { _ in false }
  ) throws(IntakeError) {
    self.vocabulary = vocabulary
    self.isRelevantCode = isRelevantCode
    self.isVisitCode = isVisitCode
    columns = ChargeColumns(header)
    namedFields = header.fieldsByColumn
    times = try TimeColumns(
      columns: [columns.serviceDate].compactMap(\.self), header: header, sample: sample, settings: settings)
  }

  /// What becomes of one record; throws only what stops the run.
  package mutating func read(_ record: IntakeRecord) throws(IntakeError) -> ChargeOutcome {
    do {
      return try understood(record)
    } catch {
      return .rejected(try error.problem(encounterID: record.filled(columns.encounterID)))
    }
  }

  private mutating func understood(_ record: IntakeRecord) throws(RowFailure) -> ChargeOutcome {
    try record.checkShape(columns.count)
    try record.checkFilled(columns.encounterID, ChargeField.encounterID)
    let encounterID = encounterIDs.value(record.bytes, record.range(columns.encounterID), or: { NumberText.id($0) })
    if isVoid(record) {
      return .excluded(SetAsideRow(source: record.source, encounterID: encounterID, reason: .void))
    }
    // A line with a revenue code and no procedure is a room, a supply or the like.
    if record.isBlank(columns.code), !record.isBlank(columns.revenueCode) {
      return .ignored(try ignored(record, encounterID))
    }
    try record.checkFilled(columns.code, ChargeField.code)
    if let code = cells.code(columns.code, of: record)?.code, !isRelevantCode(code) {
      return .ignored(try ignored(record, encounterID, isVisit: isVisitCode(code)))
    }
    return .line(try charge(record, encounterID))
  }

  private mutating func isVoid(_ record: IntakeRecord) -> Bool {
    let status = record.range(columns.status)
    let vocabulary = vocabulary
    return !status.isEmpty && statuses.value(record.bytes, status, or: { vocabulary.lineStatus($0) }) == .void
  }

  private mutating func charge(_ record: IntakeRecord, _ encounterID: String) throws(RowFailure) -> IntakeCharge {
    try SpreadsheetError.check(record, namedFields)
    var line = try cells.line(record, code: columns.code, units: columns.units, modifiers: columns.modifiers)
    line.serviceDate = try serviceDate(record)
    line.amount = try amount(record)
    line.lineID = record.filled(columns.lineID).map(NumberText.id)
    return IntakeCharge(
      encounterID: encounterID, line: line, setting: setting(record),
      placeOfService: try PlaceOfService.read(columns.placeOfService, of: record),
      identity: line.lineID == nil ? nil : record.fingerprint(of: columns.all))
  }

  /// A setting that is not understood is not held against a line: the record of administrations says who bills.
  private mutating func setting(_ record: IntakeRecord) -> Setting? {
    let range = record.range(columns.setting)
    let vocabulary = vocabulary
    return range.isEmpty ? nil : billers.value(record.bytes, range, or: { vocabulary.setting($0) })
  }

  /// A line that is ignored is not rejected for what cannot be read.
  private mutating func ignored(
    _ record: IntakeRecord, _ encounterID: String, isVisit: Bool = false
  ) throws(RowFailure) -> IgnoredCharge {
    let date = try understoodOrNil { (intake) throws(RowFailure) in try intake.serviceDate(record) } ?? nil
    var visit: ChargeLine?
    if isVisit {
      visit = try understoodOrNil { (intake) throws(RowFailure) in
        let columns = intake.columns
        return try intake.cells.line(record, code: columns.code, units: columns.units, modifiers: columns.modifiers)
      }
      visit?.serviceDate = date
    }
    return IgnoredCharge(source: record.source, encounterID: encounterID, serviceDate: date, visit: visit)
  }

  private mutating func understoodOrNil<Value>(
    _ read: (inout Self) throws(RowFailure) -> Value
  ) throws(RowFailure) -> Value? {
    do {
      return try read(&self)
    } catch {
      if error.stopsTheRun { throw error }
      return nil
    }
  }

  private func serviceDate(_ record: IntakeRecord) throws(RowFailure) -> CivilDate? {
    let field = ChargeField.serviceDate.rawValue
    guard !record.isBlank(columns.serviceDate) else { return nil }
    if let date = try times.day(columns.serviceDate, of: record, field: field) { return date }
    throw record.rejected(field, columns.serviceDate, "IN-20", "a time without a date", "write the date of service")
  }

  private func amount(_ record: IntakeRecord) throws(RowFailure) -> ExactDecimal? {
    guard !record.isBlank(columns.amount) else { return nil }
    if let amount = record.plainNumber(columns.amount) ?? NumberText.money(record.text(columns.amount)) {
      return amount
    }
    throw record.rejected(
      ChargeField.amount.rawValue, columns.amount, "IN-50", "this is no amount of money", "write it as 1234.50")
  }
}
