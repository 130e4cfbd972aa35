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

/// What an encounter must know of others of its patient.
struct Neighbours: Sendable {
  /// By number of the encounter: what earlier ones support.
  private(set) var earlierDays: [Int: EarlierDays] = [:]
  /// By number of the encounter: what earlier ones have billed.
  private(set) var earlierLines: [Int: EarlierLines] = [:]

  init() {}

  /// Codes the encounters that may share a day with another one of their patient, patient by patient: their records are
  /// gathered on shelves of their own, so that memory holds no more of them at a time than of others.
  init(of days: PatientDays, on shelves: [RecordShelves.Shelf], read reader: ShelfReader, job: Job) throws {
    let days = try Self.settled(days, by: shelves, reader, job)
    let batches = days.batches(of: reader.members, size: job.encountersOnShelf)
    let places = Set(batches.keys.map { $0 / job.encountersOnShelf }).sorted()
    var gathered = RecordShelves(
      encountersOnShelf: job.encountersOnShelf, memoryLimit: job.recordBytes / 8, spillBeside: job.spillPath)
    try OrderedWork.run(
      over: places.map { shelves[$0] }, jobs: job.jobs, makeWorker: { { shelf in try shelf.records(in: batches) } },
      take: { for (batch, records) in $0 { try gathered.put(stored: records, on: batch) } })
    try OrderedWork.run(
      over: gathered.finished(), jobs: job.jobs,
      makeWorker: {
        var reader = reader
        return { batch in Neighbours(of: try reader.read(batch).visits, job) }
      }, take: { add($0) })
  }

  /// The same days, each encounter of the patient whose it is as its rows are read.
  private static func settled(
    _ days: PatientDays, by shelves: [RecordShelves.Shelf], _ reader: ShelfReader, _ job: Job
  ) throws -> PatientDays {
    var (days, reader) = (days, reader)
    for (place, encounters) in Dictionary(grouping: days.unsettled, by: { $0 / job.encountersOnShelf }) {
      var unread = Set(encounters)
      for visit in try reader.read(shelves[place], only: unread).visits {
        days.settle(visit.number, patientID: visit.encounter.patientID)
        unread.remove(visit.number)
      }
      for encounter in unread { days.settle(encounter, patientID: nil) }
    }
    return days
  }

  private mutating func add(_ other: Neighbours) {
    earlierDays.merge(other.earlierDays) { $1 }
    earlierLines.merge(other.earlierLines) { $1 }
  }

  /// Codes the encounters that share days with those of a shelf.
  ///
  /// - Parameter own: what was read of that shelf; encounters that are not among it are read from theirs.
  init(
    of complete: CompleteShelf, with own: [EncounterAssembly.Visit], read reader: inout ShelfReader, job: Job
  ) throws {
    var visits = own.filter { complete.sharingDays.contains($0.number) }
    let elsewhere = complete.sharingDays.subtracting(visits.map(\.number))
    if !elsewhere.isEmpty {
      for shelf in complete.shelvesOfSharing { visits += try reader.read(shelf, only: elsewhere).visits }
      visits.sort { $0.number < $1.number }
    }
    self.init(of: visits, job)
  }

  /// Codes encounters among which all are that know of one another.
  init(of visits: [EncounterAssembly.Visit], _ job: Job) {
    let days = Coder(job).earlierDays(of: visits.map(\.encounter))
    let lines = EarlierLines.of(visits.map { ($0.encounter, $0.charges) }, supported: days)
    for (place, visit) in visits.enumerated() {
      (earlierDays[visit.number], earlierLines[visit.number]) = (days[place], lines[place])
    }
  }
}

extension Coder {
  init(_ job: Job) {
    self.init(
      tables: { [tables = job.tables] in tables.year(for: $0) }, policy: job.configuration.policy,
      explaining: job.isExplaining, pairs: job.tables.billingEdits.pairs)
  }
}
