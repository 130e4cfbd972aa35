import Coding
import Infusion
import Testing

@testable import Pipeline

/// Visits of a patient that lie far apart in the exports ask for a second reading only where they may share a day.
@Suite struct SharedDaysTests {
  /// Patient `P0` comes back with a row at the end of exports whose first row is theirs.
  private func timesStartedOver(_ late: String, _ change: (inout Configuration) -> Void = { _ in }) throws -> Int {
    var exports = GroupedExports(encounters: 80)
    exports.mar[0] = "E0,P0,vancomycin 1 g,IV,infusion,A,2026-01-10 08:00,2026-01-10 09:45"
    exports.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A," + late)
    return try started(exports, change)
  }

  private func started(_ exports: GroupedExports, _ change: (inout Configuration) -> Void) throws -> Int {
    try GroupedExports.inFolder { folder in
      var job = try exports.job(.init(), in: folder)
      change(&job.configuration)
      var output = SmallRun()
      _ = try Run(job).perform(into: &output)
      return output.timesStartedOver
    }
  }

  @Test func theDayBeforeAndTheDayAfterAreOthers() throws {
    #expect(try timesStartedOver("2026-01-11 00:10,2026-01-11 01:10") == 0)
    #expect(try timesStartedOver("2026-01-09 20:10,2026-01-09 23:50") == 0)
    #expect(try timesStartedOver("2026-01-10 20:10,2026-01-11 01:10") == 1)
    #expect(try timesStartedOver("2026-01-09 23:10,2026-01-10 01:10") == 1)
  }

  @Test func aStartThatNobodyWroteMayLieDaysBack() throws {
    #expect(try timesStartedOver(",2026-01-12 01:10") == 1)
    #expect(try timesStartedOver(",2026-03-12 01:10") == 0)
  }

  @Test func byChoiceUnitsAreOfLaterDaysToo() throws {
    var exports = GroupedExports(encounters: 80)
    exports.mar[0] = "E0,P0,vancomycin 1 g,IV,infusion,A,2026-01-10 08:00,"
    exports.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-15 08:00,2026-01-15 09:00")
    #expect(try started(exports) { _ in } == 0)
    #expect(try started(exports) { $0.policy.dateRule = .splitByDay } == 1)
  }

  /// By other clocks than those that wrote a time, its day may be another one.
  @Test func offsetsMoveDays() throws {
    var exports = GroupedExports(encounters: 80)
    exports.mar = exports.mar.map { $0.replacing(#/(\d\d:\d\d)/#) { "\($0.1)-05:00" } }
    exports.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-11 00:10-05:00,2026-01-11 01:10-05:00")
    #expect(try started(exports) { _ in } == 1)
    exports.mar[exports.mar.count - 1] =
      "LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-13 00:10-05:00,2026-01-13 01:10-05:00"
    #expect(try started(exports) { _ in } == 0)
  }

  /// A stay of months at the end meets a day of a visit that is done, and the other way round.
  @Test(arguments: [0, 1])
  func longStays(place: Int) throws {
    var exports = GroupedExports(encounters: 80)
    let stay = "STAY,P0,vancomycin 1 g,IV,infusion,A,"
    let stays = [stay + "2025-12-01 08:00,2025-12-01 09:00", stay + "2026-02-01 08:00,2026-02-01 09:00"]
    let day = "LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-20 08:00,2026-01-20 09:00"
    exports.mar.removeFirst(2)
    exports.mar.insert(contentsOf: place == 0 ? stays : [day], at: 0)
    exports.mar += place == 0 ? [day] : stays
    #expect(try started(exports) { _ in } == 1)
    exports.mar = exports.mar.map { $0.replacing("2026-01-20", with: "2026-02-20") }
    #expect(try started(exports) { _ in } == 0)
  }
}
