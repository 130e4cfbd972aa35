import CodeTables
import Infusion
import Pipeline
import Reconciliation

/// Results by encounter of comparing a record with a bill.
func compare(mar: String, charges: String) throws -> [String: EncounterResult] {
  var kept = KeptResults()
  let job = Job(
    marFiles: [mar], chargeFiles: [charges], configuration: Configuration(),
    tables: try CodeTables.load())
  _ = try Run(job).perform(into: &kept)
  return kept.results
}

/// Keeps what a run finds.
private struct KeptResults: RunOutput {
  let pages = CodedPages()
  private(set) var results: [String: EncounterResult] = [:]

  mutating func put(_ page: [CodedEncounter]) {
    for coded in page { results[coded.encounter.id] = coded.result }
  }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) {}
}
