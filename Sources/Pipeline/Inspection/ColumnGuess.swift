import CSV
import CodeTables
import Infusion

/// Columns whose headers nobody knows, told by their values: what a person would say who looked at the first rows.
struct ColumnGuess {
  /// The headers of the fields that were guessed; nil when the file can be no medication record.
  private(set) var marColumns: [MARField: String]?
  /// The same for charges.
  private(set) var chargeColumns: [ChargeField: String]?

  /// Looks at the first records of a file that has no header with every field that is needed.
  init(_ job: Job, path: String) throws(RunError) {
    var reader = try ExportReader(path: path, job: job)
    var records: [RecordCopy] = []
    var record = RecordCopy()
    while records.count < TimeColumns.sampleSize, try reader.next(into: &record) { records.append(record) }
    guard let table = GuessedTable(records) else { return }
    let exports = ExportIntake(job)
    let order = job.configuration.dateOrder
    marColumns = Self.mar(table, exports, job.configuration.mar, order)
    chargeColumns = Self.charges(table, exports, job.configuration.charges, order)
  }

  private static func mar(
    _ table: GuessedTable, _ exports: ExportIntake, _ mapping: FileMapping<MARField>, _ order: DateOrder?
  ) -> [MARField: String]? {
    var search = ColumnSearch<MARField>(table, mapping: mapping, synonyms: exports.vocabulary.marHeaders)
    let vocabulary = exports.vocabulary
    let isTime = { (text: String) in TimeParser.read(text.utf8.span, order: order ?? .monthDay)?.text.isWhole ?? false }
    search.look(for: .start, share: 0.9) { isTime($0) || Self.isDayFirst($0) }
    search.look(for: .route, share: 0.8) { vocabulary.route($0) != nil }
    search.look(for: .action, share: 0.6) { vocabulary.action($0) != nil }
    search.look(for: .site, share: 0.6, Self.isAccess)
    search.look(for: .drug, share: 0.5) { exports.knowsDrug($0) }
    search.lookForID(.encounterID)
    guard search.hasAll([.start, .route, .drug, .encounterID]) else { return nil }
    search.lookForStop(isTime)
    return search.guessed
  }

  private static func charges(
    _ table: GuessedTable, _ exports: ExportIntake, _ mapping: FileMapping<ChargeField>, _ order: DateOrder?
  ) -> [ChargeField: String]? {
    var search = ColumnSearch<ChargeField>(table, mapping: mapping, synonyms: exports.vocabulary.chargeHeaders)
    // Any id of five digits looks like a code; a bill of drugs given has some codes of drug administration.
    search.look(for: .code, share: 0.9, tellingShare: 0.02, of: exports.isOfDrugAdministration) {
      ChargeCells.codeAndModifiers($0) != nil
    }
    search.look(for: .serviceDate, share: 0.9) {
      TimeParser.read($0.utf8.span, order: order ?? .monthDay)?.text.date != nil || Self.isDayFirst($0)
    }
    // Numbers of units are small, and so may be ids: a header that speaks of a visit goes first.
    search.lookForNamedID(.encounterID)
    search.look(for: .units, share: 1) { text in
      NumberText.whole(text).map { abs($0) < 1_000 } ?? false
    }
    search.lookForID(.encounterID)
    return search.hasAll([.code, .encounterID]) ? search.guessed : nil
  }

  /// Whether the words name a line into a vein.
  private static func isAccess(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { ["piv", "port", "picc", "cvc", "midline", "hickman", "broviac", "iv"].contains($0) }
      && words.count > 1
  }

  private static func isDayFirst(_ text: String) -> Bool {
    DateOrderEvidence.orderShown(by: text.utf8.span) == .dayMonth
  }
}

/// The first records of a file as a table whose header is the first record of the usual width.
struct GuessedTable {
  let headers: [String]
  /// By column, cells without spaces around them, blank ones left out.
  let columns: [[String]]
  let rows: [[String]]

  init?(_ records: [RecordCopy]) {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    guard let width = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key, width > 1 else { return nil }
    let cells = records.filter { $0.count == width }.map { record in (0..<width).map { record.text($0).trimmed } }
    guard let first = cells.first, cells.count > 1 else { return nil }
    headers = first
    let rows = Array(cells.dropFirst())
    self.rows = rows
    columns = (0..<width).map { column in rows.map { $0[column] }.filter { !$0.isEmpty } }
  }
}
