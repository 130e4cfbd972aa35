import Infusion

/// Rows that cannot be read.
///
/// Shape: in input order, those of the MAR files apart from those of the charge files.
struct Problems: Sendable {
  private(set) var mar: [RowProblem] = []
  private(set) var charges: [RowProblem] = []

  mutating func addMAR(_ problem: RowProblem) { mar.append(problem) }
  mutating func addCharge(_ problem: RowProblem) { charges.append(problem) }

  mutating func add(_ other: Problems) {
    mar += other.mar
    charges += other.charges
  }

  func map(_ change: (RowProblem) -> RowProblem) -> Problems {
    var changed = self
    (changed.mar, changed.charges) = (mar.map(change), charges.map(change))
    return changed
  }

  mutating func sort() {
    mar.sort { $0.source < $1.source }
    charges.sort { $0.source < $1.source }
  }

  /// A changed export layout must not look like a clean night (input IN-52).
  ///
  /// Parts of a run are not asked one by one: `merge` asks of all of them together.
  func check(against job: Job, _ summary: RunSummary) throws(RunError) {
    guard summary.part == nil else { return }
    for (balance, problems, paths) in [
      (summary.rows, mar, job.marFiles), (summary.chargeLines, charges, job.chargeFiles),
    ] {
      let limit = job.configuration.rejectLimit
      guard !limit.allows(rejected: balance.rejectedTotal, ofRows: balance.read), let first = problems.first else {
        continue
      }
      let place = "\(paths[Int(first.source.file)]):\(first.source.line)"
      throw .tooManyRejects(
        rejected: balance.rejectedTotal, rows: balance.read, limit: limit.description,
        first: "\(place): \(first.problem); \(first.fix)")
    }
  }
}
