import ByteStreams
import Infusion

extension Run {
  /// Codes encounters as their rows come, since the caller has promised that they stand together.
  func asPromised<Output: RunOutput>(into output: inout Output, _ watch: inout some RunWatch) throws -> RunSummary {
    do {
      return try asRowsCome(into: &output, &watch)
    } catch let straggler as Straggler {
      throw RunError.outOfOrder(straggler.message(of: job))
    }
  }

  /// Codes encounters as their rows come: every shelf as soon as nothing more is expected for it.
  ///
  /// - Throws: `Straggler` for what comes nevertheless; everything put into `output` is then worth nothing.
  func asRowsCome<Output: RunOutput>(into output: inout Output, _ watch: inout some RunWatch) throws -> RunSummary {
    watch.begin(.reading)
    var intake = try GroupedIntake(job)
    var first = try intake.next()

    watch.begin(.coding)
    let worker = ShelfWorker(
      job, reader: intake.exports.shelfReader, billsDrugs: intake.exports.billsDrugs, pages: output.pages)
    var results = RunResults(of: job, parts: (inputBytes ?? 0) >> 10)
    try OrderedWork.run(
      over: {
        defer { first = nil }
        return try first ?? intake.next()
      }, jobs: job.jobs,
      makeWorker: {
        var worker = worker
        return { shelf in try worker.work(on: shelf) }
      }, take: { try results.take($0, into: &output, &watch, partsDone: intake.bytesRead >> 10) })
    return try results.finish(intake.exports, inputs: intake.inputs, into: &output, &watch)
  }

  /// Few enough that their headers and first rows can be kept all at once.
  private static let mostOpenFiles = 16

  /// Whether the run may begin as if rows of an encounter stood together: everything can be read again.
  var canBeginAsGrouped: Bool {
    job.beginsAsGrouped && job.marFiles.count + job.chargeFiles.count <= Self.mostOpenFiles && inputBytes != nil
  }
}

extension Job {
  /// Bytes of all exports as stored; nil where they come on a stream, or some are workbooks or can be read only once.
  var inputBytes: Int? {
    guard rowsPath == nil else { return nil }
    var sum = 0
    for path in marFiles + chargeFiles {
      guard let bytes = PathKind.bytesOfPlainFile(path), [.text, .gzip].contains(ContentKind.ofStored(path)) else {
        return nil
      }
      sum += bytes
    }
    return sum
  }
}

extension Straggler {
  /// File and line, what is wrong, what to do.
  func message(of job: Job) -> String {
    let source: SourceRow
    let words: String
    var advice = "sort the exports by patient and encounter"
    switch self {
    case .encounter(let row):
      (source, words) = (row, "a row of an encounter whose other rows stand further up, with others between them")
    case .patient(let row):
      (source, words) = (row, "a row of a patient who has another visit of the same days too far up")
    case .visits(let row):
      (source, words) = (row, "a row of a patient who has \(PatientVisits.mostVisits) other visits close by")
      advice = "leave the id blank where it stands for patients whom nobody knows"
    case .line(let row): (source, words) = (row, "a charge line of an encounter whose place is further up")
    case .drug(let row): (source, words) = (row, "the first line of a drug, behind many without any")
    }
    let file = (job.marFiles + job.chargeFiles)[Int(source.file)]
    return "\(file == "-" ? "standard input" : file):\(source.line): \(words), and --input-order grouped promises that"
      + " there is none; \(advice), or leave the option out"
  }
}
