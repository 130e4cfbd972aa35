import Foundation
import Testing

/// The same day of `SampleData`, written in other ways, gives the same findings.
@Suite(.timeLimit(.minutes(15)))
struct SameResultTests {
  /// Another way to write the MAR.
  enum Writing: String, CaseIterable {
    case plain = "plain text"
    case gzipInTwoMembers = "gzip in two members"
    case carriageReturns = "CRLF"
    case oldLineEnds = "CR"
    case byteOrderMark = "a byte order mark"
    case tabs = "tabs between fields"
    case semicolons = "semicolons between fields"
    case columnsReversed = "columns in another order"

    func written(_ mar: Table) async throws -> Data {
      switch self {
      case .plain: Data(mar.text().utf8)
      case .gzipInTwoMembers: try await Self.inTwoMembers(Data(mar.text().utf8))
      case .carriageReturns: Data(mar.text(lineEnd: "\r\n").utf8)
      case .oldLineEnds: Data(mar.text(lineEnd: "\r").utf8)
      case .byteOrderMark: Data([0xEF, 0xBB, 0xBF]) + Data(mar.text().utf8)
      case .tabs: Data(mar.text(delimiter: "\t").utf8)
      case .semicolons: Data(mar.text(delimiter: ";").utf8)
      case .columnsReversed: Data(mar.mapped { $0.reversed() }.text().utf8)
      }
    }

    private static func inTwoMembers(_ text: Data) async throws -> Data {
      let middle = text.count / 2
      return try await Gzip.compressed(text.prefix(middle)) + Gzip.compressed(text.dropFirst(middle))
    }
  }

  /// What one run over the day writes.
  struct Day {
    let findings: String
    let encounters: String
    let rejects: String

    /// The findings without where they were read, encounters sorted.
    ///
    /// Without the places of rows in the file, which reasons name for rejected rows.
    var judged: Table {
      let placeless = findings.replacing(/line \d+/, with: "line N")
      return Table(csv: placeless).without(["evidence"]).byEncounter
    }
    /// What a claim would hold: no prose.
    var coded: Table { judged.without(["reason_code", "reason", "rules"]) }
  }

  @Test func twoRunsWriteTheSameBytes() async throws {
    let (first, second) = (try await day(), try await day())
    #expect(first.findings == second.findings)
    #expect(first.encounters == second.encounters)
    #expect(first.rejects == second.rejects)
    #expect(Table(csv: first.findings).rows.count > 300)
  }

  @Test(arguments: Writing.allCases)
  func theWayOfWritingDoesNotMatter(_ writing: Writing) async throws {
    let (usual, other) = (try await day(), try await day(mar: writing.written(Self.mar())))
    #expect(other.judged == usual.judged)
    #expect(Table(csv: other.encounters) == Table(csv: usual.encounters))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theOrderOfMARRowsDoesNotMatter(seed: UInt64) async throws {
    let (usual, other) = (try await day(), try await day(mar: Data(Self.mar().shuffled(seed: seed).text().utf8)))
    #expect(other.coded == usual.coded, "seed \(seed)")
    #expect(Table(csv: other.encounters).byEncounter == Table(csv: usual.encounters).byEncounter, "seed \(seed)")
    #expect(other.judged == usual.judged, "seed \(seed)")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func theOrderOfChargeLinesDoesNotMatter(seed: UInt64) async throws {
    let charges = Table(csv: try String(contentsOf: Exports.sampleData.appending(path: "charges.csv"), encoding: .utf8))
    let (usual, other) = (try await day(), try await day(charges: Data(charges.shuffled(seed: seed).text().utf8)))
    #expect(other.judged.rows == usual.judged.rows, "seed \(seed)")
    #expect(Table(csv: other.encounters).byEncounter == Table(csv: usual.encounters).byEncounter, "seed \(seed)")
  }

  private static func mar() async throws -> Table {
    let stored = try Data(contentsOf: Exports.sampleData.appending(path: "mar.csv.gz"))
    return Table(csv: String(decoding: try await Gzip.plain(stored), as: UTF8.self))
  }

  private func day(mar: Data? = nil, charges: Data? = nil) async throws -> Day {
    let folder = try Folder()
    let usual = Exports.sampleData
    try folder.write(try mar ?? Data(contentsOf: usual.appending(path: "mar.csv.gz")), to: "mar")
    try folder.write(try charges ?? Data(contentsOf: usual.appending(path: "charges.csv")), to: "charges")
    let outcome = try await Program.run(
      "reconcile mar --charges charges -o findings --encounters encounters --rejects rejects -q", in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return Day(
      findings: try folder.text(of: "findings"), encounters: try folder.text(of: "encounters"),
      rejects: try folder.text(of: "rejects"))
  }
}
