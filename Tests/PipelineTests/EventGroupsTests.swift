import Infusion
import Pipeline
import Testing

/// Which events belong to one infusion, where not every one of them names bag, order and site (input IN-30).
@Suite("Events that name less than others")
struct EventGroupsTests {
  private static let header = "csn,order id,bag id,site,medication,route,mar action,action time"

  /// Runs events written as `O1,B1,PIV; 09:00 New Bag`.
  private func run(_ events: [String]) throws -> [String] {
    let lines = events.map { event in
      let parts = event.split(separator: "; ").map(String.init)
      return "1,\(parts[0]),vancomycin,IV,\(parts[1].dropFirst(6)),2026-01-05 \(parts[1].prefix(5))"
    }
    let rows = try SmallRun.of(header: Self.header, mar: lines).output.coded.flatMap(\.encounter.rows)
    return rows.map { "\($0.start?.clock ?? "?")-\($0.stop?.clock ?? "?")" }.sorted()
  }

  @Test(
    "Each is put to what the others name, in any order of the file",
    arguments: [
      // The bag stands where it is hung only, or where it is taken down only.
      (["O1,B1,; 09:00 New Bag", "O1,,; 09:30 Rate Change", "O1,,; 10:31 Stopped"], ["09:00-10:31"]),
      (["O1,,; 09:00 New Bag", "O1,B1,; 10:31 Stopped"], ["09:00-10:31"]),
      (["O1,B1,; 09:00 New Bag", ",B1,; 10:31 Stopped"], ["09:00-10:31"]),
      (
        ["O1,B1,; 09:00 New Bag", ",B1,; 10:00 Paused", "O1,,; 10:10 Restarted", "O1,,; 10:31 Stopped"],
        ["09:00-10:00", "10:10-10:31"]
      ),
      // Two bags of which the stops name none run one behind the other.
      (
        ["O1,B1,; 09:00 New Bag", "O1,B2,; 10:00 New Bag", "O1,,; 10:00 Stopped", "O1,,; 11:00 Stopped"],
        ["09:00-10:00", "10:00-11:00"]
      ),
      // Bags that are named throughout are apart, as are those of other orders.
      (
        ["O1,B1,; 09:00 New Bag", "O1,B2,; 09:30 New Bag", "O1,B1,; 10:00 Stopped", "O1,B2,; 10:30 Stopped"],
        ["09:00-10:00", "09:30-10:30"]
      ),
      (
        ["O1,B1,; 09:00 New Bag", "O2,B2,; 09:30 New Bag", "O1,,; 10:00 Stopped", "O2,,; 10:30 Stopped"],
        ["09:00-10:00", "09:30-10:30"]
      ),
      // Without bag and order the site tells them apart, where it is named.
      ([",,PIV L AC; 09:00 New Bag", ",,; 10:31 Stopped"], ["09:00-10:31"]),
      ([",,PIV L AC; 09:00 New Bag", ",,piv l ac; 10:31 Stopped"], ["09:00-10:31"]),
      (
        [",,PIV; 09:00 New Bag", ",,Port; 09:30 New Bag", ",,PIV; 10:00 Stopped", ",,Port; 10:30 Stopped"],
        ["09:00-10:00", "09:30-10:30"]
      ),
      // A data frame makes numbers of ids.
      (["9,,; 09:00 New Bag", "9.0,,; 10:31 Stopped"], ["09:00-10:31"]),
    ] as [([String], [String])])
  func groups(events: [String], expected: [String]) throws {
    #expect(try run(events) == expected)
    #expect(try run(events.reversed()) == expected)
  }

  @Test("Events may have a time of their own beside the start and stop of intervals")
  func actionTimeBesideStart() throws {
    let result = try SmallRun.of(
      header: "csn,order id,medication,route,mar action,action time,start,stop",
      mar: [
        "1,O1,vancomycin,IV,,,2026-01-05 09:00,2026-01-05 10:31", "2,O2,vancomycin,IV,New Bag,2026-01-05 09:00,,",
        "2,O2,vancomycin,IV,Stopped,2026-01-05 10:31,,",
        // What has both is an interval, whenever it was charted.
        "3,O3,vancomycin,IV,Given,2026-01-05 11:00,2026-01-05 09:00,2026-01-05 10:31",
      ])
    let rows = result.output.coded.flatMap(\.encounter.rows)
    #expect(
      rows.map { "\($0.start?.clock ?? "?")-\($0.stop?.clock ?? "?")" } == [
        "09:00-10:31", "09:00-10:31", "09:00-10:31",
      ])
    #expect(result.summary.rows.rejected.isEmpty)
  }
}
