import CodeTables
import Infusion

/// Looks at one medication record, row by row, with the intake of a run.
struct MARInspector {
  private static let firstRows = 5

  private let job: Job
  private let path: String
  private let guessed: [MARField: String]
  private var actions = WordTally()
  private var routes = WordTally()
  private var sites = WordTally()
  private var bodySites = WordTally()
  private var problems = ProblemTally()
  /// Asked for every row with a drug, also those that cannot be read.
  private var drugs: DrugReader
  private var rowsWithDrug = 0
  private var first: [String] = []

  /// - Parameter guessed: the headers of columns that stand for fields by their values alone.
  init(_ job: Job, path: String, guessed: [MARField: String]) {
    var job = job
    for (field, header) in guessed { job.configuration.mar.headers[field] = header }
    drugs = DrugReader(formulary: job.tables.formulary, policy: job.configuration.policy)
    self.job = job
    self.path = path
    self.guessed = guessed
  }

  /// Columns whose times are described.
  private static let timeFields: [MARField] = [
    .start, .actionTime, .startDate, .stop, .stopDate, .serviceDate, .dueTime, .lastSeenRunning, .encounterStart,
    .encounterEnd,
  ]

  consuming func inspection() throws(RunError) -> Inspection {
    let exports = ExportIntake(job)
    var table = try ExportTable<MARField>(
      path: path, file: 0, job: job, mapping: job.configuration.mar, synonyms: exports.vocabulary.marHeaders)
    var intake = try exports.marIntake(of: table, path: path)
    var inspection = Inspection(path: path, role: .mar, form: table.form)
    var configured = job.configuration.mar
    for field in guessed.keys { configured.headers[field] = nil }
    inspection.describe(table.header, configured: configured, guessed: guessed)
    inspection.describe(intake.times, in: table.header, fields: Self.timeFields, sample: table.sample)
    var notes = TimeNotes(hasZone: job.configuration.timeZone != nil)
    try rethrowing(as: RunError.intake, try notes.note(intake.times, isRecord: true, file: path))
    var hiddenChanges = 0
    let input = try table.forEachRow(.mar) { record throws(RunError) in
      let outcome = try rethrowing(as: RunError.intake, try intake.read(record))
      count(record, outcome, intake.columns)
      if case .row(let row) = outcome, row.row.facts.contains(.clockChangeHidden) { hiddenChanges += 1 }
    }
    (inspection.bytes, inspection.rows) = (input.bytes, input.rows)
    // Only at the end of a file is it known what it was written in.
    inspection.form = table.form
    tell(&inspection, exports.vocabulary)
    inspection.warnings =
      inspection.warnings(of: input)
      + TimeNotes.warnings(isInAbsoluteTime: notes.isInAbsoluteTime, hiddenChanges: hiddenChanges)
      + BodySites.warnings(of: inspection)
    return inspection
  }

  /// Puts down what was counted.
  private func tell(_ inspection: inout Inspection, _ vocabulary: Vocabulary) {
    inspection.actions = actions.words { vocabulary.action($0)?.rawValue }
    inspection.routes = routes.words { vocabulary.route($0).map(Self.words) }
    inspection.sites = sites.words { $0 }
    inspection.bodySites = bodySites.words { _ in nil }
    inspection.unknownDrugs = drugs.unknownRows.mostFrequentFirst
      .map { Inspection.Word(text: $0.text, rows: $0.rows, meaning: nil) }
    inspection.recognisedDrugRows = rowsWithDrug - drugs.unknownRows.values.reduce(0, +)
    inspection.firstRows = first
    inspection.problems = problems.problems
  }

  private mutating func count(_ record: IntakeRecord, _ outcome: MAROutcome, _ columns: MARColumns) {
    if let text = record.filled(columns.action) { actions.add(text) }
    if let text = record.filled(columns.route) { routes.add(text) }
    if !record.isBlank(columns.drug) {
      rowsWithDrug += 1
      _ = drugs.recognise(record, text: columns.drug, hcpcs: columns.hcpcs)
    }
    switch outcome {
    case .row(let row): countSite(record, row.row, columns)
    case .excluded: break
    case .rejected(let problem): problems.add(problem)
    }
    if first.count < Self.firstRows { first.append(OutcomeWords.of(outcome)) }
  }

  private mutating func countSite(_ record: IntakeRecord, _ row: MARRow, _ columns: MARColumns) {
    guard let text = record.filled(columns.site) else { return }
    if let site = row.site {
      if row.route.isIntravenous { sites.add(site) }
    } else {
      bodySites.add(text)
    }
  }

  private static func words(_ meaning: RouteMeaning) -> String {
    [meaning.route.rawValue, meaning.technique?.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
