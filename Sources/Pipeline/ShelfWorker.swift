import CodeTables
import Coding
import Infusion
import Reconciliation

/// Codes and compares the encounters of one shelf after another, and writes them on pages.
struct ShelfWorker<Pages: PageWriter>: Sendable {
  /// What became of a shelf.
  struct Result: Sendable {
    let page: Pages.Page
    let summary: RunSummary
    let problems: Problems
  }

  private let job: Job
  private var reader: ShelfReader
  private let neighbours: Neighbours
  private let pages: Pages
  private let coder: Coder
  private let queries: DocumentationQueries?
  private var comparison: Comparing

  init(_ job: Job, reader: ShelfReader, neighbours: Neighbours, pages: Pages) {
    self.job = job
    self.reader = reader
    self.neighbours = neighbours
    self.pages = pages
    coder = Coder(job)
    queries =
      job.listsQueries
      ? DocumentationQueries(coder: coder, fees: job.fees, drugs: job.tables.latestYear.drugBilling) : nil
    comparison = Comparing(job)
  }

  mutating func work(on shelf: RecordShelves.Shelf) throws -> Result {
    let contents = try reader.read(shelf)
    var summary = RunSummary(counting: contents)
    var page = pages.blankPage
    for visit in contents.visits {
      let coded = coded(visit)
      summary.count(coded, of: job)
      pages.write(coded, on: &page)
    }
    return Result(page: page, summary: summary, problems: contents.problems)
  }

  private mutating func coded(_ visit: EncounterAssembly.Visit) -> CodedEncounter {
    let dates = neighbours.initialDates[visit.number] ?? []
    let derivation = coder.derivation(of: visit.encounter, initialDates: dates)
    let compared = job.comparesWithBill ? comparison.result(of: visit, derivation) : nil
    return CodedEncounter(
      encounter: visit.encounter, derivation: derivation, result: compared?.open,
      suppressed: compared?.suppressed ?? [],
      queries: queries?.queries(of: visit.encounter, derivation, initialDates: dates) ?? [],
      rowsUsed: visit.encounter.rows.count - derivation.excluded.count, rowsRejected: visit.rejected.rows.count,
      isIncomplete: !visit.rejected.isEmpty)
  }
}

/// What an encounter must know of others of its patient.
struct Neighbours: Sendable {
  /// By number of the encounter: dates on which an earlier one has an initial (coding-rules RD-11).
  private(set) var initialDates: [Int: Set<CivilDate>] = [:]

  /// Codes the encounters that may share a day with another one of their patient.
  init(of days: PatientDays, on shelves: [RecordShelves.Shelf], read reader: ShelfReader, job: Job) throws {
    let wanted = days.encountersToCompare()
    let places = Set(wanted.map { $0 / RecordShelves.encountersOnShelf }).sorted()
    var visits: [EncounterAssembly.Visit] = []
    try OrderedWork.run(
      over: places.map { shelves[$0] }, jobs: job.jobs,
      makeWorker: {
        var reader = reader
        return { shelf in try reader.read(shelf, only: wanted).visits }
      }, take: { visits += $0 })
    let dates = Coder(job).earlierInitialDates(of: visits.map(\.encounter))
    for (visit, dates) in zip(visits, dates) where !dates.isEmpty { initialDates[visit.number] = dates }
  }
}

extension Coder {
  init(_ job: Job) {
    self.init(
      tables: { [tables = job.tables] in tables.year(for: $0) }, policy: job.configuration.policy,
      explaining: job.isExplaining)
  }
}
