import Coding
import Infusion
import Reconciliation
import Testing

@testable import Pipeline

/// What a record that is no row does to encounters (input IN-05, IN-06, IN-51).
@Suite struct TrailerTests {
  private func problem(_ encounterID: String, field: String, line: Int) -> RowProblem {
    var problem = RowProblem(
      source: SourceRow(file: 0, line: line, row: line - 1), field: field, rule: "IN-06", problem: "", fix: "")
    problem.encounterID = encounterID
    return problem
  }

  @Test func aTrailerIsNoEncounter() {
    var assembly = EncounterAssembly(configuration: Configuration())
    assembly.rejectRow(problem("Total rows: 3", field: "", line: 6), of: 0)
    #expect(assembly.finished(portFlush: nil).isEmpty)
  }

  @Test func aRowWithAnUnreadableCellIsAnEncounterThatIsIncomplete() {
    var assembly = EncounterAssembly(configuration: Configuration())
    assembly.rejectRow(problem("E3", field: "start", line: 5), of: 0)
    let visits = assembly.finished(portFlush: nil)
    #expect(visits.map(\.encounter.id) == ["E3"])
    #expect(visits.map(\.rejected.rows.count) == [1])
  }

  @Test func aRaggedRowOfAKnownEncounterMakesItIncomplete() {
    var assembly = EncounterAssembly(configuration: Configuration())
    assembly.rejectRow(problem("E3", field: "", line: 4), of: 0)
    assembly.rejectRow(problem("E3", field: "start", line: 5), of: 0)
    #expect(assembly.finished(portFlush: nil).map(\.rejected.rows.count) == [2])
  }
}
