import Foundation
import Testing

@testable import Pipeline

@Suite("Whoever watches a run")
struct RunWatchTests {
  private struct Notes: RunWatch {
    var stages: [RunStage] = []
    var progress: [RunProgress] = []

    mutating func begin(_ stage: RunStage) { stages.append(stage) }
    mutating func advance(_ progress: RunProgress) { self.progress.append(progress) }
  }

  @Test("is told every stage once, in order, and of every shelf that is done")
  func stages() throws {
    let (notes, summary) = try watched(beginsAsGrouped: false)
    #expect(notes.stages == RunStage.allCases)
    let last = try #require(notes.progress.last)
    #expect(last.rows == summary.rows.read + summary.chargeLines.read)
    #expect(last.partsDone == last.parts && last.parts == notes.progress.count)
  }

  @Test("where encounters are coded as their rows come, is told how much of the exports is read")
  func stagesAsRowsCome() throws {
    let (notes, summary) = try watched(beginsAsGrouped: true)
    #expect(notes.stages == [.reading, .coding, .finishing])
    let last = try #require(notes.progress.last)
    #expect(last.rows == summary.rows.read + summary.chargeLines.read && last.partsDone == last.parts)
    #expect(last.parts > 10)
  }

  private func watched(beginsAsGrouped: Bool) throws -> (Notes, RunSummary) {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "SampleData")
    var job = Job(
      marFiles: [sample.appending(path: "mar.csv.gz").path], chargeFiles: [sample.appending(path: "charges.csv").path],
      configuration: Configuration(), tables: try SmallRun.tables.get())
    job.jobs = 2
    job.beginsAsGrouped = beginsAsGrouped
    var (output, notes) = (SmallRun(), Notes())
    let summary = try Run(job).perform(into: &output, watchedBy: &notes)
    return (notes, summary)
  }
}
