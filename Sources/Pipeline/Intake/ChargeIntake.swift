import Infusion

/// Reads the records of one charge export as billed lines; each becomes exactly one outcome.
package struct ChargeIntake: Sendable {
  package let header: HeaderMap<ChargeField>
  let times: TimeColumns
  private let vocabulary: Vocabulary
  private let isRelevantCode: @Sendable (ProcedureCode) -> Bool
  private let isVisitCode: @Sendable (ProcedureCode) -> Bool
  private let modifiers: [Int?]
  private let fields: [Int?]
  private let namedFields: [(column: Int, field: String)]

  /// Prepares for a file whose header is `header`; see `MARIntake` for `sample`.
  ///
  /// `isRelevantCode` tells which codes belong to drug administration or are drugs, `isVisitCode` which are visits.
  package init(
    header: HeaderMap<ChargeField>, sample: [IntakeRecord], settings: FileSettings, vocabulary: Vocabulary,
    isRelevantCode: @escaping @Sendable (ProcedureCode) -> Bool,
    isVisitCode: @escaping @Sendable (ProcedureCode) -> Bool = { _ in false }
  ) throws(IntakeError) {
    self.header = header
    self.vocabulary = vocabulary
    self.isRelevantCode = isRelevantCode
    self.isVisitCode = isVisitCode
    modifiers = ChargeField.allModifiers.map { header[$0] }
    fields = ChargeField.allCases.map { header[$0] }
    namedFields = header.fieldsByColumn
    times = try TimeColumns(
      columns: [header[.serviceDate]].compactMap(\.self), header: header, sample: sample, settings: settings)
  }

  /// What becomes of one record; throws only what stops the run.
  package func read(_ record: IntakeRecord) throws(IntakeError) -> ChargeOutcome {
    do {
      return try understood(record)
    } catch {
      return .rejected(try error.problem(encounterID: record.filled(header[.encounterID])))
    }
  }

  private func understood(_ record: IntakeRecord) throws(RowFailure) -> ChargeOutcome {
    try record.checkShape(header.headers.count)
    let encounterID = NumberText.id(try filled(.encounterID, record))
    if let status = record.filled(header[.status]), vocabulary.lineStatus(status) == .void {
      return .excluded(SetAsideRow(source: record.source, encounterID: encounterID, reason: .void))
    }
    // A line with a revenue code and no procedure is a room, a supply or the like.
    if record.isBlank(header[.code]), !record.isBlank(header[.revenueCode]) {
      return .ignored(try ignored(record, encounterID))
    }
    _ = try filled(.code, record)
    if let (code, _) = ChargeCells.codeAndModifiers(record.text(header[.code])), !isRelevantCode(code) {
      return .ignored(try ignored(record, encounterID, isVisit: isVisitCode(code)))
    }
    return .line(try charge(record, encounterID))
  }

  private func charge(_ record: IntakeRecord, _ encounterID: String) throws(RowFailure) -> IntakeCharge {
    try SpreadsheetError.check(record, namedFields)
    var line = try ChargeCells.line(record, code: header[.code], units: header[.units], modifiers: modifiers)
    line.serviceDate = try serviceDate(record)
    line.amount = try amount(record)
    line.lineID = record.filled(header[.lineID]).map(NumberText.id)
    // A setting that is not understood is not held against a line: the record of administrations says who bills.
    return IntakeCharge(
      encounterID: encounterID, line: line, setting: record.filled(header[.setting]).flatMap(vocabulary.setting),
      placeOfService: try PlaceOfService.read(header[.placeOfService], of: record),
      identity: line.lineID == nil ? nil : record.fingerprint(of: fields))
  }

  /// A line that is ignored is not rejected for what cannot be read.
  private func ignored(
    _ record: IntakeRecord, _ encounterID: String, isVisit: Bool = false
  ) throws(RowFailure) -> IgnoredCharge {
    let date = try understoodOrNil { () throws(RowFailure) in try serviceDate(record) } ?? nil
    var visit: ChargeLine?
    if isVisit {
      visit = try understoodOrNil { () throws(RowFailure) in
        try ChargeCells.line(record, code: header[.code], units: header[.units], modifiers: modifiers)
      }
      visit?.serviceDate = date
    }
    return IgnoredCharge(source: record.source, encounterID: encounterID, serviceDate: date, visit: visit)
  }

  private func understoodOrNil<Value>(_ read: () throws(RowFailure) -> Value) throws(RowFailure) -> Value? {
    do {
      return try read()
    } catch {
      if error.stopsTheRun { throw error }
      return nil
    }
  }

  private func serviceDate(_ record: IntakeRecord) throws(RowFailure) -> CivilDate? {
    let field = ChargeField.serviceDate.rawValue
    guard !record.isBlank(header[.serviceDate]) else { return nil }
    if let date = try times.day(header[.serviceDate], of: record, field: field) { return date }
    throw record.rejected(field, header[.serviceDate], "IN-20", "a time without a date", "write the date of service")
  }

  private func amount(_ record: IntakeRecord) throws(RowFailure) -> ExactDecimal? {
    guard let text = record.filled(header[.amount]) else { return nil }
    if let amount = NumberText.money(text) { return amount }
    throw record.rejected(
      ChargeField.amount.rawValue, header[.amount], "IN-50", "this is no amount of money", "write it as 1234.50")
  }

  private func filled(_ field: ChargeField, _ record: IntakeRecord) throws(RowFailure) -> String {
    if let text = record.filled(header[field]) { return text }
    throw record.rejected(
      field.rawValue, header[field], "IN-50", "\(field.rawValue) is blank", "fill it in, or correct the export")
  }
}
