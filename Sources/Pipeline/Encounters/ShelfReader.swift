import ByteStreams
import CSV
import CodeTables
import Infusion

/// Reads the records of one shelf as visits.
///
/// It remembers spellings and nothing of patients: a copy of it reads any other shelf and gives the same.
struct ShelfReader: Sendable {
  /// What stood on a shelf.
  struct Contents {
    /// In the order of the run.
    var visits: [EncounterAssembly.Visit] = []
    var rows = RunSummary.RowBalance()
    var chargeLines = RunSummary.RowBalance()
    var problems = Problems()
    /// Rows of each drug text that no table knows.
    var unrecognisedDrugs: [String: Int] = [:]
    /// Rows of each action that nobody knows.
    var unknownActions: [String: Int] = [:]
  }

  /// How the records of one medication record are read.
  struct MARFile: Sendable {
    var intake: MARIntake
    let carried: CarriedColumns
  }

  /// How the records of one charge export are read.
  struct ChargeFile: Sendable {
    var intake: ChargeIntake
    let carried: CarriedColumns
  }

  private let job: Job
  /// By number of the file.
  private let cutters: [RecordCutter]
  /// The encounters of the shard; nil when the run is of all.
  var members: Set<Int>?
  private var drugs: DrugReader
  /// The MAR file whose intake has the drug reader; nil when it is here.
  private var borrower: Int?
  private var marFiles: [MARFile]
  private var chargeFiles: [ChargeFile]

  init(_ job: Job, cutters: [RecordCutter], drugs: DrugReader, mar: [MARFile], charges: [ChargeFile]) {
    self.job = job
    self.cutters = cutters
    self.drugs = drugs
    marFiles = mar
    chargeFiles = charges
  }

  /// What stands on a shelf; with `wanted`, only what belongs to those encounters.
  ///
  /// - Throws: `RunError.intake` for what stops the run, `RunError.bytes`.
  mutating func read(_ shelf: RecordShelves.Shelf, only wanted: Set<Int>? = nil) throws -> Contents {
    do {
      return try contents(of: shelf, only: wanted)
    } catch let error as IntakeError {
      throw RunError.intake(error)
    } catch let error as ByteStreamError {
      throw RunError.bytes(error)
    }
  }

  private mutating func contents(of shelf: RecordShelves.Shelf, only wanted: Set<Int>?) throws -> Contents {
    var shelfReading = Reading(
      assembly: EncounterAssembly(configuration: job.configuration), chargeFileCount: chargeFiles.count)
    drugs.forgetUnknown()
    try shelf.forEachRecord(cutBy: cutters, of: wanted) { record, encounter in
      let file = Int(record.source.file)
      if file < marFiles.count {
        lendDrugs(toFile: file)
        let outcome = try marFiles[file].intake.read(record)
        shelfReading.take(outcome, marFiles[file].carried.values(of: record), of: encounter)
      } else {
        let file = file - marFiles.count
        record.move(toFile: file)
        let outcome = try chargeFiles[file].intake.read(record)
        shelfReading.take(outcome, chargeFiles[file].carried.values(of: record), of: encounter)
      }
    }
    lendDrugs(toFile: nil)
    shelfReading.contents.unrecognisedDrugs = drugs.unknownRows
    shelfReading.contents.visits = shelfReading.assembly.finished(portFlush: job.tables.portFlushCode)
    return shelfReading.contents
  }

  /// One drug reader for all files: a spelling is recognised once.
  private mutating func lendDrugs(toFile file: Int?) {
    guard file != borrower else { return }
    if let borrower { swap(&drugs, &marFiles[borrower].intake.drugs) }
    if let file { swap(&drugs, &marFiles[file].intake.drugs) }
    borrower = file
  }
}

/// Outcomes on their way into visits, counted.
private struct Reading {
  var assembly: EncounterAssembly
  var contents = ShelfReader.Contents()
  private var duplicateRows = DuplicateFilter()
  private var duplicateLines = DuplicateFilter()
  private let chargeFileCount: Int

  init(assembly: EncounterAssembly, chargeFileCount: Int) {
    self.assembly = assembly
    self.chargeFileCount = chargeFileCount
  }

  mutating func take(_ outcome: consuming MAROutcome, _ carried: [String], of encounter: Int) {
    contents.rows.read += 1
    switch consume outcome {
    case .row(let row):
      guard duplicateRows.isFirst(row.fingerprint) else {
        contents.rows.excluded[SetAsideRow.Reason.duplicate.rawValue, default: 0] += 1
        return
      }
      var charge = row.charge
      charge?.source = numbered(row.row.source)
      assembly.add(row, charge, carried, of: encounter)
    case .excluded(let row):
      contents.rows.excluded[row.reason.rawValue, default: 0] += 1
      assembly.add(row, of: encounter)
    case .rejected(let problem):
      contents.rows.rejected[problem.rule, default: 0] += 1
      if problem.rule == "IN-34" { contents.unknownActions[problem.value, default: 0] += 1 }
      contents.problems.addMAR(problem)
      assembly.rejectRow(problem, of: encounter)
    }
  }

  /// Billed codes that a MAR file carries count as lines of a further charge file: MAR files follow the charge files.
  private func numbered(_ source: SourceRow) -> SourceRow {
    SourceRow(file: chargeFileCount + Int(source.file), line: Int(source.line), row: Int(source.row))
  }

  mutating func take(_ outcome: consuming ChargeOutcome, _ carried: [String], of encounter: Int) {
    contents.chargeLines.read += 1
    switch consume outcome {
    case .line(var charge):
      charge.carried = carried
      if let identity = charge.identity, !duplicateLines.isFirst(identity) {
        contents.chargeLines.excluded["DUPLICATE_LINE", default: 0] += 1
        return
      }
      contents.chargeLines.used += 1
      assembly.add(charge, of: encounter)
    case .ignored(let line):
      contents.chargeLines.excluded["OTHER_SERVICE", default: 0] += 1
      assembly.add(line, of: encounter)
    case .excluded(let row): contents.chargeLines.excluded[row.reason.rawValue, default: 0] += 1
    case .rejected(let problem):
      contents.chargeLines.rejected[problem.rule, default: 0] += 1
      contents.problems.addCharge(problem)
      assembly.rejectLine(problem, of: encounter)
    }
  }
}
