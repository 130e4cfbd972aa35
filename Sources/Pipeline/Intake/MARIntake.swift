import CodeTables
import Infusion

/// Reads the records of one file of administrations as rows of the vocabulary.
///
/// Every record becomes exactly one outcome: a row, an excluded row, or a row problem. It remembers spellings and
/// nothing of patients; a copy of it can read another part of the same file and gives the same outcomes.
package struct MARIntake: Sendable {
  let columns: MARColumns
  let times: TimeColumns
  let vocabulary: Vocabulary
  private let isRelevantCode: @Sendable (ProcedureCode) -> Bool
  private let fields: [(column: Int, field: String)]

  private var billed = ChargeCells()
  var encounterIDs = RepeatedSpelling<String>()
  var patientIDs = RepeatedSpelling<String>()
  var bagIDs = RepeatedSpelling<String>()
  var placesOfService = SpellingCache<String?>()
  var payers = SpellingCache<Bool>()
  var billers = SpellingCache<Setting?>()
  var actions = SpellingCache<ActionWord?>()
  var routes = SpellingCache<RouteMeaning?>()
  var techniques = SpellingCache<Technique?>()
  var purposes = SpellingCache<RowFacts>()
  var drugClasses = SpellingCache<ClassWord?>()
  var sites = SpellingCache<String>()
  var departments = SpellingCache<String>()
  var rateUnits = SpellingCache<Bool>()
  var doseUnits = SpellingCache<DoseUnit>()
  package internal(set) var drugs: DrugReader

  /// Prepares for a file whose header is `header`.
  ///
  /// `sample` are its first records (at most `TimeColumns.sampleSize`), from which the formats of times are settled;
  /// they are read again with the rest. `isRelevantCode` tells which billed codes belong to drug administration.
  package init(
    header: HeaderMap<MARField>, sample: [IntakeRecord], settings: FileSettings, vocabulary: Vocabulary,
    drugs: DrugReader, isRelevantCode: @escaping @Sendable (ProcedureCode) -> Bool = { _ in true }
  ) throws(IntakeError) {
    self.vocabulary = vocabulary
    self.drugs = drugs
    self.isRelevantCode = isRelevantCode
    columns = MARColumns(header)
    fields = header.fieldsByColumn
    times = try TimeColumns(
      columns: columns.times, moments: columns.moments, header: header, sample: sample, settings: settings)
  }

  /// What becomes of one record; throws only what stops the run.
  package mutating func read(_ record: IntakeRecord) throws(IntakeError) -> MAROutcome {
    do {
      return try understood(record)
    } catch {
      return .rejected(try error.problem(encounterID: record.filled(columns.encounterID)))
    }
  }

  private mutating func understood(_ record: IntakeRecord) throws(RowFailure) -> MAROutcome {
    try record.checkShape(columns.count)
    try record.checkFilled(columns.encounterID, MARField.encounterID)
    let encounterID = encounterIDs.value(record.bytes, record.range(columns.encounterID), or: { NumberText.id($0) })
    let action = try action(record)
    if action == .void {
      return .excluded(
        SetAsideRow(
          source: record.source, encounterID: encounterID, reason: .void, voided: try version(record)))
    }
    try SpreadsheetError.check(record, fields)
    let isGiven = action != .neverGiven
    var row = try drugAndRoute(record, isGiven: isGiven)
    row.isGiven = isGiven
    let alone = try readTimes(record, into: &row)
    try readNumbers(record, into: &row)
    var tag = try tag(record, action: action, row: &row)
    if tag.isEvent, let alone { (tag.secondRound, tag.nextDay) = try others(of: alone, record) }
    return .row(try intakeRow(record, encounterID: encounterID, row: consume row, tag: tag))
  }

  private mutating func intakeRow(
    _ record: IntakeRecord, encounterID: String, row: consuming MARRow, tag: consuming EventTag
  ) throws(RowFailure) -> IntakeRow {
    // In this order, which decides what a row with several problems is rejected for.
    let setting = try setting(record)
    let placeOfService = try placeOfService(record)
    let arrival = try times.moment(columns.encounterStart, of: record, field: MARField.encounterStart.rawValue)
    let departure = try times.moment(columns.encounterEnd, of: record, field: MARField.encounterEnd.rawValue)
    let charge = try charge(record, on: row.start ?? row.stop ?? row.due)
    return IntakeRow(
      encounterID: encounterID, patientID: patientID(record), setting: setting, placeOfService: placeOfService,
      department: department(record), arrival: arrival, departure: departure, row: row, tag: tag, charge: charge,
      fingerprint: record.fingerprint(of: columns.all))
  }

  /// One text for all rows of a department.
  private mutating func department(_ record: IntakeRecord) -> String? {
    let range = record.range(columns.department)
    return range.isEmpty ? nil : departments.value(record.bytes, range) { $0 }
  }

  private mutating func patientID(_ record: IntakeRecord) -> String? {
    let range = record.range(columns.patientID)
    return range.isEmpty ? nil : patientIDs.value(record.bytes, range, or: { NumberText.id($0) })
  }

  private mutating func placeOfService(_ record: IntakeRecord) throws(RowFailure) -> String? {
    let range = record.range(columns.placeOfService)
    guard !range.isEmpty else { return nil }
    if let place = placesOfService.value(record.bytes, range, or: { PlaceOfService($0)?.digits }) { return place }
    throw PlaceOfService.refusal(columns.placeOfService, of: record)
  }

  private mutating func setting(_ record: IntakeRecord) throws(RowFailure) -> Setting? {
    let range = record.range(columns.setting)
    guard !range.isEmpty else { return nil }
    let vocabulary = vocabulary
    if let setting = billers.value(record.bytes, range, or: { vocabulary.setting($0) }) { return setting }
    throw record.rejected(
      MARField.setting.rawValue, columns.setting, "IN-01", "it does not say who bills",
      "write facility or professional")
  }

  private mutating func charge(_ record: IntakeRecord, on time: ClockTime?) throws(RowFailure) -> ChargeLine? {
    guard !record.isBlank(columns.billedCode) else { return nil }
    var line = try billed.line(
      record, code: columns.billedCode, units: columns.billedUnits, modifiers: [columns.billedModifiers])
    guard isRelevantCode(line.code) else { return nil }
    line.serviceDate = time?.date
    return line
  }
}
