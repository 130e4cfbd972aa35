import Pipeline
import Reports
import Testing

@Suite("How far a run has come")
struct ProgressTextTests {
  @Test(
    "The line says percent, rows a second and the time left, as far as they are known",
    arguments: [
      (RunStage.reading, RunProgress(rows: 1_500_000), 3_000, "reading, 500,000 rows/s"),
      (.reading, RunProgress(rows: 600, partsDone: 3, of: 4), 3_000, "reading 75 %, 200 rows/s, 1 s left"),
      (.coding, RunProgress(rows: 300, partsDone: 1, of: 4), 2_000, "coding 25 %, 150 rows/s, 6 s left"),
      (.coding, RunProgress(rows: 9, partsDone: 2, of: 200), 3_000, "coding 1 %, 3 rows/s, 4 min 57 s left"),
      (.coding, RunProgress(rows: 90, partsDone: 4, of: 4), 1_000, "coding 100 %, 90 rows/s, 0 s left"),
      (.coding, RunProgress(rows: 0, partsDone: 0, of: 4), 0, "coding 0 %"),
    ])
  func words(_ stage: RunStage, _ progress: RunProgress, _ milliseconds: Int, _ expected: String) {
    #expect(ProgressText(stage, progress, milliseconds: milliseconds).text == expected)
  }
}
