import ByteStreams
import CSV
import CodeTables
import Infusion

/// Reads the exports of a job once, from end to end, and puts every record on the shelf of its encounter.
///
/// It looks at nothing of a record but whose it is, and on which days: what records say is read later, side by side, by
/// `ShelfReader`.
struct ExportIntake {
  let job: Job
  let vocabulary: Vocabulary
  let drugs: DrugReader
  private var encounters = EncounterRegister()
  /// The encounters of the shard; nil when the run is of all.
  private var members: Set<Int>?
  private var shelves: RecordShelves
  /// Records without an id, or with too few or too many cells: whose they are shows when all encounters are known.
  private var strays: RecordShelves
  var days = PatientDays()
  var inputs: [RunSummary.InputFile] = []
  /// By number of the file.
  var cutters: [RecordCutter] = []
  var marFiles: [ShelfReader.MARFile] = []
  var chargeFiles: [ShelfReader.ChargeFile] = []
  private(set) var timeNotes: TimeNotes
  var carriedNames: CarriedNames
  var drugLines: DrugLineSearch
  private var rowsRead = 0
  /// Kilobytes of all exports; 0 where nobody knows.
  private let kilobytes: Int
  private var bytesOfFilesRead = 0
  /// Of the file that is being read.
  private var bytesRead: () -> Int = { 0 }

  /// - Parameter bytes: of all exports as stored; nil where nobody knows.
  init(_ job: Job, bytes: Int? = nil) {
    self.job = job
    kilobytes = (bytes ?? 0) >> 10
    vocabulary = Vocabulary(words: job.tables.words, local: job.configuration.words)
    drugs = DrugReader(formulary: job.tables.formulary, policy: job.configuration.policy)
    shelves = RecordShelves(
      encountersOnShelf: job.encountersOnShelf, memoryLimit: job.recordBytes, spillBeside: job.spillPath)
    // All in one place: what counts as their encounter here is a column.
    strays = RecordShelves(encountersOnShelf: .max, memoryLimit: job.recordBytes / 8, spillBeside: job.spillPath)
    carriedNames = CarriedNames(job.carriedColumns)
    timeNotes = TimeNotes(hasZone: job.configuration.timeZone != nil)
    drugLines = DrugLineSearch(isRelevantCode: job.tables.relevance)
    members = job.shard.map { _ in [] }
  }

  /// Whether any bill carries a drug.
  var billsDrugs: Bool { drugLines.found }

  /// Whether a table knows the drug of a text.
  func knowsDrug(_ text: String) -> Bool { job.tables.formulary.recognise(drugText: text, hcpcs: nil) != nil }

  /// Whether a text is a code of drug administration or of a drug.
  func isOfDrugAdministration(_ text: String) -> Bool {
    ChargeCells.codeAndModifiers(text).map { job.tables.relevance($0.0) } ?? false
  }

  mutating func readMAR(_ path: String, file: Int, _ watch: inout some RunWatch) throws(RunError) {
    var (table, form) = try openMAR(path, file: file)
    bytesRead = table.bytesRead
    let input = try table.forEachRow(.mar) { record throws(RunError) in
      count(&watch)
      drugLines.look(at: record, code: form.code)
      guard let encounter = try shelve(record, form.shape) else { return }
      days.note(row: record, of: encounter, by: form.days)
    }
    note(input)
  }

  mutating func readCharges(_ path: String, file: Int, _ watch: inout some RunWatch) throws(RunError) {
    var (table, form) = try openCharges(path, file: file)
    bytesRead = table.bytesRead
    let input = try table.forEachRow(.charges) { record throws(RunError) in
      count(&watch)
      drugLines.look(at: record, code: form.code)
      guard let encounter = try shelve(record, form.shape) else { return }
      days.note(line: record, of: encounter, by: form.days)
    }
    note(input)
  }

  private mutating func note(_ input: RunSummary.InputFile) {
    inputs.append(input)
    (bytesOfFilesRead, bytesRead) = (bytesOfFilesRead + input.bytes, { 0 })
  }

  /// Opens a medication record and takes note of how it is read.
  mutating func openMAR(
    _ path: String, file: Int
  ) throws(RunError) -> (ExportTable<MARField>, ExportForm) {
    let table = try ExportTable<MARField>(
      path: path, file: file, job: job, mapping: job.configuration.mar, synonyms: vocabulary.marHeaders,
      given: try givenMARHeader)
    let intake = try marIntake(of: table, path: path)
    try note(intake.times, isRecord: true, file: path)
    cutters.append(table.cutter)
    marFiles.append(ShelfReader.MARFile(intake: intake, carried: carriedNames.columns(in: table.header)))
    return (table, form(table.header, read: intake))
  }

  /// Opens a charge export and takes note of how it is read.
  mutating func openCharges(
    _ path: String, file: Int
  ) throws(RunError) -> (ExportTable<ChargeField>, ExportForm) {
    let table = try ExportTable<ChargeField>(
      path: path, file: job.marFiles.count + file, job: job, mapping: job.configuration.charges,
      synonyms: vocabulary.chargeHeaders, given: try givenChargeHeader)
    let intake = try chargeIntake(of: table, path: path)
    try note(intake.times, isRecord: false, file: path)
    cutters.append(table.cutter)
    chargeFiles.append(ShelfReader.ChargeFile(intake: intake, carried: carriedNames.columns(in: table.header)))
    return (table, ExportForm(table.header, read: intake))
  }

  /// What reads the records of the exports that were opened.
  var shelfReader: ShelfReader {
    ShelfReader(job, cutters: cutters, drugs: drugs, mar: marFiles, charges: chargeFiles)
  }

  /// Everything that was put on the shelves, and what reads it.
  mutating func finished() throws -> (shelves: [RecordShelves.Shelf], reader: ShelfReader, days: PatientDays) {
    for shelf in strays.finished() {
      try shelf.forEachRecord(cutBy: cutters) { record, column in
        // What is nobody's goes behind everybody's.
        let encounter = encounters.knownNumber(record.bytes, record.range(column)) ?? encounters.count
        try shelves.put(record, of: encounter)
      }
    }
    if job.shard?.holdsStrays == true { members?.insert(encounters.count) }
    var reader = shelfReader
    reader.members = members
    return (shelves.finished(), reader, days)
  }

  mutating func count(_ watch: inout some RunWatch) {
    rowsRead += 1
    guard rowsRead.isMultiple(of: 4_096) else { return }
    // What is known of encounters takes the place of records.
    let known = encounters.byteCount + days.byteCount
    shelves.memoryLimit = max(job.recordBytes - known, job.recordBytes / 4)
    let kilobytesRead = kilobytes == 0 ? 0 : (bytesOfFilesRead + bytesRead()) >> 10
    watch.advance(RunProgress(rows: rowsRead, partsDone: kilobytesRead, of: kilobytes))
  }

  /// Puts a record on its shelf; nil when it is not clear whose it is.
  mutating func shelve(_ record: IntakeRecord, _ shape: RecordShape) throws(RunError) -> Int? {
    let id = record.range(shape.encounterID)
    do throws(ByteStreamError) {
      guard !id.isEmpty, record.count == shape.count else {
        // The number stands for the column of the id until whose it is is known.
        try strays.put(record, of: shape.encounterID ?? 0)
        return nil
      }
      let known = encounters.count
      let encounter = encounters.number(record.bytes, id)
      if let shard = job.shard, encounter == known, shard.holds(record.bytes[EncounterRegister.id(record.bytes, id)]) {
        members?.insert(encounter)
      }
      try shelves.put(record, of: encounter)
      return encounter
    } catch {
      throw .bytes(error)
    }
  }

  mutating func note(_ times: TimeColumns, isRecord: Bool, file: String) throws(RunError) {
    try rethrowing(as: RunError.intake, try timeNotes.note(times, isRecord: isRecord, file: file))
  }
}
