import Infusion
import Pipeline
import Testing

@Suite("Rows that repeat or replace others")
struct CorrectionsTests {
  private static let header = "csn,order id,medication,route,mar action,action time,dose,dose unit,event id,filed time"

  private func run(_ lines: [String]) throws -> (rows: [MARRow], summary: RunSummary) {
    let result = try SmallRun.of(header: Self.header, mar: lines)
    return (result.output.coded.flatMap(\.encounter.rows), result.summary)
  }

  private func line(
    _ action: String = "Given", at time: String = "09:00", dose: Int = 4, id: String = "", saved: String = ""
  ) -> String {
    "1,O1,ondansetron,IV,\(action),2026-01-05 \(time),\(dose),mg,\(id),\(saved.isEmpty ? "" : "2026-01-05 \(saved)")"
  }

  @Test("The version saved last holds, whatever the order of the file; earlier ones are counted")
  func versions() throws {
    for lines in [
      [line(dose: 4, id: "A", saved: "09:05"), line(dose: 8, id: "A", saved: "09:20")],
      [line(dose: 8, id: "A", saved: "09:20"), line(dose: 4, id: "A", saved: "09:05")],
      [line(dose: 4, saved: "09:05"), line(dose: 8, saved: "09:20")],
    ] {
      let result = try run(lines)
      #expect(result.rows.map(\.dose) == [Dose(ExactDecimal(8), DoseUnit("mg"))])
      #expect(result.summary.rows.excluded == ["REPLACED": 1])
      #expect(result.summary.rows.isBalanced)
    }
  }

  @Test("A correction by id may change time and action")
  func changedAction() throws {
    let result = try run([
      line("Given", at: "09:00", id: "A", saved: "09:05"),
      line("Refused", at: "09:30", id: "A", saved: "09:40"),
    ])
    #expect(result.rows.map(\.isGiven) == [false])
  }

  @Test(
    "Entries that differ in time, action or id, or that were saved together, are entries of their own",
    arguments: [
      ["09:00 A 09:05", "09:00 B 09:20"], ["09:00  09:05", "09:40  09:45"], ["09:00  09:05", "09:00  09:05"],
      ["09:00 A ", "09:00 A "],
    ])
  func others(entries: [String]) throws {
    let lines = entries.enumerated().map { number, entry in
      let parts = entry.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return line(at: parts[0], dose: number + 1, id: parts[1], saved: parts[2])
    }
    #expect(try run(lines).rows.count == 2)
  }

  @Test("A void row takes back what was saved before it, and nothing saved later")
  func voids() throws {
    let result = try run([
      line(dose: 4, id: "A", saved: "09:05"), line("In Error", id: "A", saved: "09:10"),
      line(dose: 8, id: "A", saved: "09:20"),
    ])
    #expect(result.rows.map(\.dose) == [Dose(ExactDecimal(8), DoseUnit("mg"))])
    #expect(result.summary.rows.excluded == ["VOID": 2])
  }

  @Test("A saved time that cannot be read costs no row")
  func unreadable() throws {
    let result = try run([line(id: "A") + "soon"])
    #expect(result.rows.count == 1)
    #expect(result.summary.rows.rejected.isEmpty)
  }

  @Test("Equal rows are one (IN-12)")
  func duplicates() throws {
    let result = try run([line(id: "A"), line(id: "A")])
    #expect(result.summary.rows.excluded == ["DUPLICATE_ROW": 1])
  }
}
