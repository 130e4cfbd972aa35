import ByteStreams
import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation

/// The sample day, read once: what benchmarks work on.
struct SampleDay {
  static let folder = "SampleData"

  let tables: CodeTables
  /// The MAR export as text, inflated.
  let text: [UInt8]
  let coded: [CodedEncounter]

  init() throws {
    tables = try CodeTables.load()
    text = try Self.bytes(of: "\(Self.folder)/mar.csv.gz")
    var kept = KeptEncounters()
    _ = try Run(Self.job(tables)).perform(into: &kept)
    coded = kept.coded
  }

  static func job(_ tables: CodeTables) -> Job {
    Job(
      marFiles: ["\(folder)/mar.csv.gz"], chargeFiles: ["\(folder)/charges.csv"], configuration: Configuration(),
      tables: tables)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let source = try TextSource(path: path)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return bytes
  }
}

/// Keeps everything that a run finds.
struct KeptEncounters: RunOutput {
  let pages = CodedPages()
  private(set) var coded: [CodedEncounter] = []

  mutating func put(_ page: [CodedEncounter]) { coded += page }
  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) {}
}
