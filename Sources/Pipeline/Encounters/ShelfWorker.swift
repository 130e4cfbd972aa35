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
  private var neighbours: Neighbours
  private let pages: Pages
  private let coder: Coder
  private let queries: DocumentationQueries?
  private var comparison: Comparing

  init(
    _ job: Job, reader: ShelfReader, neighbours: Neighbours = Neighbours(), billsDrugs: Bool, pages: Pages
  ) {
    self.job = job
    self.reader = reader
    self.neighbours = neighbours
    self.pages = pages
    coder = Coder(job)
    queries =
      job.listsQueries
      ? DocumentationQueries(coder: coder, fees: job.fees, drugs: job.tables.latestYear.drugBilling) : nil
    comparison = Comparing(job, billsDrugs: billsDrugs)
  }

  mutating func work(on shelf: RecordShelves.Shelf) throws -> Result {
    result(of: try reader.read(shelf, only: reader.members))
  }

  /// The same of a shelf that brings with it what its encounters have to know.
  mutating func work(on complete: CompleteShelf) throws -> Result {
    let contents = try reader.read(complete.shelf, only: complete.members)
    neighbours = try Neighbours(of: complete, with: contents.visits, read: &reader, job: job)
    return result(of: contents)
  }

  private mutating func result(of contents: ShelfReader.Contents) -> Result {
    var summary = RunSummary(counting: contents, hidesWords: job.pseudonyms != nil)
    var page = pages.blankPage
    for visit in contents.visits {
      let coded = coded(visit)
      summary.count(coded, of: job)
      pages.write(job.pseudonyms?.hiding(coded) ?? coded, on: &page)
    }
    return Result(page: page, summary: summary, problems: contents.problems)
  }

  private mutating func coded(_ visit: EncounterAssembly.Visit) -> CodedEncounter {
    let earlier = neighbours.earlierDays[visit.number] ?? EarlierDays()
    let derivation = coder.derivation(of: visit.encounter, earlier: earlier)
    let compared =
      job.comparesWithBill
      ? comparison.result(of: visit, derivation, earlier: neighbours.earlierLines[visit.number] ?? EarlierLines()) : nil
    return CodedEncounter(
      encounter: visit.encounter, derivation: derivation, result: compared?.open,
      suppressed: compared?.suppressed ?? [],
      queries: queries?.queries(of: visit.encounter, derivation, earlier: earlier) ?? [],
      carried: visit.carried, rowsUsed: visit.rowsUsed(by: derivation), rowsRejected: visit.rejected.rows.count,
      isIncomplete: !visit.rejected.isEmpty)
  }
}

extension Coder {
  init(_ job: Job) {
    self.init(
      tables: { [tables = job.tables] in tables.year(for: $0) }, policy: job.configuration.policy,
      explaining: job.isExplaining, pairs: job.tables.billingEdits.pairs)
  }
}
