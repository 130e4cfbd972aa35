import Infusion

/// Looks at one charge export, line by line, with the intake of a run.
struct ChargeInspector {
  private static let firstRows = 5

  private let job: Job
  private let path: String
  private let guessed: [ChargeField: String]
  private var codes = WordTally()
  private var problems = ProblemTally()
  private var first: [String] = []

  /// - Parameter guessed: the headers of columns that stand for fields by their values alone.
  init(_ job: Job, path: String, guessed: [ChargeField: String]) {
    var job = job
    for (field, header) in guessed { job.configuration.charges.headers[field] = header }
    self.job = job
    self.path = path
    self.guessed = guessed
  }

  consuming func inspection() throws(RunError) -> Inspection {
    let exports = ExportIntake(job)
    var table = try ExportTable<ChargeField>(
      path: path, file: 0, job: job, mapping: job.configuration.charges,
      synonyms: exports.vocabulary.chargeHeaders)
    var intake = try exports.chargeIntake(of: table, path: path)
    var inspection = Inspection(path: path, role: .charges, form: table.form)
    var configured = job.configuration.charges
    for field in guessed.keys { configured.headers[field] = nil }
    inspection.describe(table.header, configured: configured, guessed: guessed)
    inspection.describe(intake.times, in: table.header, fields: [.serviceDate], sample: table.sample)
    let codeColumn = table.header[.code]
    let input = try table.forEachRow(.charges) { record throws(RunError) in
      count(record, try rethrowing(as: RunError.intake, try intake.read(record)), codeColumn)
    }
    (inspection.bytes, inspection.rows) = (input.bytes, input.rows)
    // Only at the end of a file is it known what it was written in.
    inspection.form = table.form
    inspection.codes = codes.words { [relevance = job.tables.relevance, isVisit = job.tables.isVisit] text in
      guard let (code, _) = ChargeCells.codeAndModifiers(text) else { return nil }
      return relevance(code) ? "compared" : isVisit(code) ? "visit" : "left out"
    }
    inspection.firstRows = first
    inspection.problems = problems.problems
    inspection.warnings = inspection.warnings(of: input)
    return inspection
  }

  private mutating func count(_ record: IntakeRecord, _ outcome: ChargeOutcome, _ codeColumn: Int?) {
    if let text = record.filled(codeColumn) { codes.add(text) }
    if case .rejected(let problem) = outcome { problems.add(problem) }
    if first.count < Self.firstRows { first.append(OutcomeWords.of(outcome)) }
  }
}
