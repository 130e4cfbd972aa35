import Coding
import Infusion
import Reconciliation

/// What an encounter must know of others of its patient.
struct Neighbours: Sendable {
  /// By number of the encounter: what earlier ones support.
  private(set) var earlierDays: [Int: EarlierDays] = [:]
  /// By number of the encounter: what earlier ones have billed.
  private(set) var earlierLines: [Int: EarlierLines] = [:]

  init() {}

  /// Codes the encounters that may share a day with another one of their patient, together with all that hang together
  /// with them: their records are gathered on shelves of their own, so that memory holds no more of them at a time than
  /// of others.
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
