import Coding
import Foundation
import Infusion
import Reconciliation
import Testing

@testable import Pipeline

/// The number of workers, the size of shelves and the limit of memory change nothing that a run finds.
@Suite struct SideBySideTests {
  /// How a run is to work.
  struct Way: Sendable, CustomTestStringConvertible {
    let jobs: Int
    let encountersOnShelf: Int
    let memory: Int

    var testDescription: String { "\(jobs) jobs, \(encountersOnShelf) on a shelf, \(memory) bytes of memory" }
  }

  private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SampleData")

  /// Everything that a run over the sample day finds, as text.
  private func found(_ way: Way) throws -> [String] {
    var job = Job(
      marFiles: [Self.sample.appending(path: "mar.csv.gz").path],
      chargeFiles: [Self.sample.appending(path: "charges.csv").path], configuration: Configuration(),
      tables: try SmallRun.tables.get())
    job.configuration.rejectLimit = .standard
    job.jobs = way.jobs
    job.encountersOnShelf = way.encountersOnShelf
    job.memoryLimit = way.memory
    job.listsQueries = true
    job.fees = job.tables.feeLookup
    var output = SmallRun()
    let summary = try Run(job).perform(into: &output)
    #expect(summary.encounters > 100)
    var found = output.coded.map { coded in
      "\(coded.encounter.id) \(coded.result?.findings ?? []) \(coded.queries)"
    }
    found += output.rejected.map { "\($0)" } + summary.warnings
    for (key, count) in summary.findingsByReason.sorted(by: { $0.key < $1.key }) { found.append("\(key) \(count)") }
    for balance in [summary.rows, summary.chargeLines] {
      found.append("\(balance.read) \(balance.used) \(balance.excluded.sorted { $0.key < $1.key })")
      found.append("\(balance.rejected.sorted { $0.key < $1.key })")
    }
    return found + ["\(summary.unrecognisedDrugs) \(summary.encounters) \(String(describing: summary.amounts))"]
  }

  @Test(arguments: [
    Way(jobs: 1, encountersOnShelf: 1, memory: 1 << 29), Way(jobs: 2, encountersOnShelf: 7, memory: 1 << 29),
    Way(jobs: 8, encountersOnShelf: 3, memory: 1 << 29), Way(jobs: 1, encountersOnShelf: 512, memory: 0),
    Way(jobs: 8, encountersOnShelf: 5, memory: 0), Way(jobs: 3, encountersOnShelf: 2, memory: 40_000),
  ])
  func theWayOfWorkingDoesNotMatter(_ way: Way) throws {
    let usual = try found(Way(jobs: 1, encountersOnShelf: 512, memory: 1 << 29))
    let other = try found(way)
    #expect(other.count == usual.count)
    for (other, usual) in zip(other, usual) { #expect(other == usual) }
  }

  /// A shelf is what a worker takes, and a day of a department is less than one of the usual size.
  @Test func aSmallDayIsForAllWorkers() throws {
    func shelf(_ files: [String]) throws -> Int {
      let job = Job(
        marFiles: files, chargeFiles: [], configuration: Configuration(), tables: try SmallRun.tables.get())
      return Run(job).job.encountersOnShelf
    }
    #expect(try shelf([Self.sample.appending(path: "mar.csv.gz").path]) == 32)
    #expect(try shelf(["-"]) == 512)
  }

  @Test func laterEncountersOfADayKnowOfEarlierOnesOnOtherShelves() throws {
    func codes(onShelf count: Int) throws -> [String] {
      let run = try SmallRun.of(
        header: "csn,medication,route,technique,site,start,stop,mrn",
        mar: [
          "V1,vancomycin,IV,infusion,A,2026-01-05 08:00,2026-01-05 09:00,P1",
          "X,ondansetron,IV,push,A,2026-01-05 08:00,,P2",
          "V2,vancomycin,IV,infusion,A,2026-01-05 14:00,2026-01-05 15:00,P1",
        ]
      ) { job in
        job.encountersOnShelf = count
        job.jobs = 2
      }
      return run.output.coded.flatMap { coded in
        coded.derivation.charges.map { "\(coded.encounter.id) \($0.code) \($0.modifiers)" }
      }
    }
    let together = try codes(onShelf: 512)
    #expect(together.contains { $0.hasPrefix("V2 96365 [59]") }, "\(together)")
    #expect(try codes(onShelf: 1) == together)
  }
}
