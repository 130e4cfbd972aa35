import CodeTables
import Infusion

/// Reads the exports of a job into encounters, keeping count of every row.
struct ExportIntake {
  private let job: Job
  let vocabulary: Vocabulary
  private var drugs: DrugReader
  private var duplicateRows = DuplicateFilter()
  private var duplicateLines = DuplicateFilter()
  private(set) var assembly: EncounterAssembly
  private(set) var inputs: [RunSummary.InputFile] = []
  private(set) var rows = RunSummary.RowBalance()
  /// Rows of each action that nobody knows (input IN-34).
  private(set) var unknownActions: [String: Int] = [:]
  private(set) var chargeLines = RunSummary.RowBalance()
  /// Rows that cannot be read, in input order: MAR files first.
  private(set) var problems: (mar: [RowProblem], charges: [RowProblem]) = ([], [])
  private(set) var timeNotes: TimeNotes
  private(set) var carriedNames: CarriedNames

  init(_ job: Job) {
    self.job = job
    vocabulary = Vocabulary(words: job.tables.words, local: job.configuration.words)
    drugs = DrugReader(formulary: job.tables.formulary, policy: job.configuration.policy)
    assembly = EncounterAssembly(configuration: job.configuration)
    carriedNames = CarriedNames(job.carriedColumns)
    timeNotes = TimeNotes(hasZone: job.configuration.timeZone != nil)
  }

  /// Rows of each drug text that no table knows, most frequent first, then by name.
  var unrecognisedDrugs: [(name: String, rows: Int)] {
    drugs.unknownRows.map { ($0.key, $0.value) }.sorted { left, right in
      left.1 == right.1 ? left.0 < right.0 : left.1 > right.1
    }
  }

  /// Whether a table knows the drug of a text.
  func knowsDrug(_ text: String) -> Bool { job.tables.formulary.recognise(drugText: text, hcpcs: nil) != nil }

  /// Whether a text is a code of drug administration or of a drug.
  func isOfDrugAdministration(_ text: String) -> Bool {
    ChargeCells.codeAndModifiers(text).map { relevance($0.0) } ?? false
  }

  mutating func readMAR(_ path: String, file: Int) throws(RunError) {
    var table = try ExportTable<MARField>(
      path: path, file: file, job: job, mapping: job.configuration.mar,
      synonyms: vocabulary.marHeaders)
    var intake = try marIntake(of: table, path: path)
    try note(intake.times, isRecord: true, file: path)
    let carried = carriedNames.columns(in: table.header)
    let input = try table.forEachRow(.mar) { record throws(RunError) in
      do throws(IntakeError) {
        take(try intake.read(record), carried.values(of: record))
      } catch {
        throw .intake(error)
      }
    }
    drugs = intake.drugs
    inputs.append(input)
  }

  mutating func readCharges(_ path: String, file: Int) throws(RunError) {
    var table = try ExportTable<ChargeField>(
      path: path, file: file, job: job, mapping: job.configuration.charges,
      synonyms: vocabulary.chargeHeaders)
    let intake = try chargeIntake(of: table, path: path)
    try note(intake.times, isRecord: false, file: path)
    let carried = carriedNames.columns(in: table.header)
    let input = try table.forEachRow(.charges) { record throws(RunError) in
      do throws(IntakeError) {
        take(try intake.read(record), carried.values(of: record))
      } catch {
        throw .intake(error)
      }
    }
    inputs.append(input)
  }

  func marIntake(of table: ExportTable<MARField>, path: String) throws(RunError) -> MARIntake {
    var settings = FileSettings(name: path, configuration: job.configuration)
    settings.minutesSince = job.configuration.minutesSince
    do throws(IntakeError) {
      return try MARIntake(
        header: table.header, sample: table.sample, settings: settings, vocabulary: vocabulary, drugs: drugs,
        isRelevantCode: relevance)
    } catch {
      throw .intake(error)
    }
  }

  func chargeIntake(of table: ExportTable<ChargeField>, path: String) throws(RunError) -> ChargeIntake {
    do throws(IntakeError) {
      return try ChargeIntake(
        header: table.header, sample: table.sample,
        settings: FileSettings(name: path, configuration: job.configuration), vocabulary: vocabulary,
        isRelevantCode: relevance, isVisitCode: job.tables.isVisit)
    } catch {
      throw .intake(error)
    }
  }

  private mutating func note(_ times: TimeColumns, isRecord: Bool, file: String) throws(RunError) {
    do throws(IntakeError) {
      try timeNotes.note(times, isRecord: isRecord, file: file)
    } catch {
      throw .intake(error)
    }
  }

  /// Which billed codes have to do with giving drugs (input IN-10).
  private var relevance: @Sendable (ProcedureCode) -> Bool { job.tables.relevance }

  private mutating func take(_ outcome: MAROutcome, _ carried: [String]) {
    rows.read += 1
    switch outcome {
    case .row(var row):
      row.carried = carried
      guard duplicateRows.isFirst(row.fingerprint) else {
        rows.excluded[SetAsideRow.Reason.duplicate.rawValue, default: 0] += 1
        return
      }
      if row.row.facts.contains(.clockChangeHidden), row.row.isGiven { timeNotes.countHiddenChange() }
      assembly.add(withNumberedCharge(row))
    case .excluded(let row):
      rows.excluded[row.reason.rawValue, default: 0] += 1
      assembly.add(row)
    case .rejected(let problem):
      rows.rejected[problem.rule, default: 0] += 1
      if problem.rule == "IN-34" { unknownActions[problem.value, default: 0] += 1 }
      problems.mar.append(problem)
      assembly.rejectRow(problem)
    }
  }

  /// Billed codes that a MAR file carries count as lines of a further charge file: MAR files follow the charge files.
  private func withNumberedCharge(_ row: IntakeRow) -> IntakeRow {
    guard var charge = row.charge else { return row }
    let source = charge.source
    charge.source = SourceRow(
      file: job.chargeFiles.count + Int(source.file), line: Int(source.line), row: Int(source.row))
    var row = row
    row.charge = charge
    return row
  }

  private mutating func take(_ outcome: ChargeOutcome, _ carried: [String]) {
    chargeLines.read += 1
    switch outcome {
    case .line(var charge):
      charge.carried = carried
      if let identity = charge.identity, !duplicateLines.isFirst(identity) {
        chargeLines.excluded["DUPLICATE_LINE", default: 0] += 1
        return
      }
      chargeLines.used += 1
      assembly.add(charge)
    case .ignored(let line):
      chargeLines.excluded["OTHER_SERVICE", default: 0] += 1
      assembly.add(line)
    case .excluded(let row): chargeLines.excluded[row.reason.rawValue, default: 0] += 1
    case .rejected(let problem):
      chargeLines.rejected[problem.rule, default: 0] += 1
      problems.charges.append(problem)
      assembly.rejectLine(problem)
    }
  }

  mutating func finishedVisits() -> [EncounterAssembly.Visit] {
    assembly.finished(portFlush: job.tables.portFlushCode)
  }
}
