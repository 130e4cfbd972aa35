import Foundation
import Testing

/// Dates and clocks over whole runs (input IN-22, IN-23).
@Suite(.timeLimit(.minutes(15)))
struct ClocksTests {
  private static let header = "csn,medication,route,start,stop\n"

  private func run(_ files: [String: String], _ arguments: String) async throws -> (Program.Outcome, Folder) {
    let folder = try Folder()
    for (name, text) in files { try folder.write(Self.header + text, to: name) }
    return (try await Program.run(arguments, in: folder), folder)
  }

  @Test func minutesOverTheSpringChangeAreElapsedMinutes() async throws {
    let mar = "E1,vancomycin,IV,2026-03-08 01:30,2026-03-08 03:10\n"
    let (zoned, folder) = try await run(["m.csv": mar], "derive m.csv --time-zone America/New_York -o codes.csv")
    #expect(zoned.exitCode == 0)
    let text = try folder.text(of: "codes.csv")
    #expect(text.contains("(40 min)") && !zoned.output.contains("DST"))
    let (plain, other) = try await run(["m.csv": mar], "derive m.csv -o codes.csv")
    #expect(try other.text(of: "codes.csv").contains("(100 min)"))
    #expect(plain.output.contains("DST: 1 row runs over a night"))
  }

  @Test func aTimeShownTwiceIsForAPersonToDecide() async throws {
    let mar = "E1,vancomycin,IV,2026-11-01 00:30,2026-11-01 01:30\n"
    let (_, folder) = try await run(["m.csv": mar], "derive m.csv --time-zone America/New_York -o codes.csv")
    let text = try folder.text(of: "codes.csv")
    #expect(text.contains("(60 min)") && text.contains("DST") && text.contains(",yes"))
  }

  @Test func aZoneThatIsNoneIsAUsageErrorWithASuggestion() async throws {
    let (outcome, _) = try await run(["m.csv": ""], "derive m.csv --time-zone EST -o codes.csv")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("did you mean America/New_York?"))
  }

  @Test func absoluteTimesWithoutAZoneAreNamedOnce() async throws {
    let mar = "E1,vancomycin,IV,2026-01-05T14:00:00Z,2026-01-05T15:31:00Z\n"
    let (plain, _) = try await run(["m.csv": mar + mar], "derive m.csv -o codes.csv")
    #expect(plain.output.components(separatedBy: "written in absolute time").count == 2)
    let (zoned, folder) = try await run(["m.csv": mar], "derive m.csv -o codes.csv --time-zone America/New_York")
    #expect(!zoned.output.contains("absolute time"))
    #expect(try folder.text(of: "codes.csv").contains("09:00-10:31"))
  }

  @Test func aDayFirstDateBeyondTheSampleStopsTheRun() async throws {
    let rows = (0..<1_200).map { "E\($0),vancomycin,IV,3/4/2026 9:00,3/4/2026 10:31\n" }.joined()
    let (outcome, folder) = try await run(
      ["m.csv": rows + "E9,vancomycin,IV,13/4/2026 9:00,13/4/2026 10:00\n"], "derive m.csv -o codes.csv")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("m.csv:1202") && outcome.errors.contains("--date-order"))
    #expect(!folder.holds("codes.csv"))
  }

  @Test(arguments: [
    ("E1,vancomycin,IV,3/4/2026 9:00,3/4/2026 10:31\n", "E2,vancomycin,IV,13/4/2026 9:00,\n", "--date-order"),
    ("E1,vancomycin,IV,2026-01-05 09:00,\n", "E2,vancomycin,IV,2026-01-05T09:00:00-05:00,\n", "--time-zone"),
  ])
  func filesThatCannotBeOneStreamStopTheRun(one: String, other: String, option: String) async throws {
    for order in ["a.csv b.csv", "b.csv a.csv"] {
      let (outcome, _) = try await run(["a.csv": one, "b.csv": other], "derive \(order) -o codes.csv")
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors.contains(option))
    }
    let value = option == "--date-order" ? "dmy" : "America/New_York"
    let (settled, _) = try await run(
      ["a.csv": one, "b.csv": other], "derive a.csv b.csv -o codes.csv \(option) \(value)")
    #expect(settled.exitCode == 0, "\(settled.errors)")
  }
}
