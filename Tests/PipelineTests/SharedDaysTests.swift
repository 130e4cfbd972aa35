import Coding
import Foundation
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
  @Test func offsetsMoveDaysWhereTheZoneIsKnown() throws {
    var exports = GroupedExports(encounters: 80)
    exports.mar = exports.mar.map { $0.replacing(#/(\d\d:\d\d)/#) { "\($0.1)-05:00" } }
    exports.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-11 00:10-05:00,2026-01-11 01:10-05:00")
    #expect(try started(exports) { _ in } == 0)
    let zone = ClockZone(name: "Somewhere/West", firstOffset: -600)
    #expect(try started(exports) { $0.timeZone = zone } == 1)
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

  /// What is found of the last encounter, whose initial is a second one of its day, the same in both ways.
  private func lastIsSetApart(_ header: String, _ rows: [String], others: [String] = []) throws -> Bool {
    try GroupedExports.inFolder { folder in
      var files: [String] = []
      for (name, lines) in [("a.csv", [header] + rows), ("b.csv", others)] where !lines.isEmpty {
        let file = folder.appendingPathComponent(name)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        files.append(file.path)
      }
      var answers: Set<Bool> = []
      for isGrouped in [true, false] {
        var job = Job(
          marFiles: files, chargeFiles: [], configuration: Configuration(), tables: try SmallRun.tables.get())
        (job.encountersOnShelf, job.beginsAsGrouped, job.comparesWithBill) = (2, isGrouped, false)
        job.configuration.rejectLimit = .share(basisPoints: 10_000)
        var output = SmallRun()
        _ = try Run(job).perform(into: &output)
        let charges = try #require(output.coded.last).derivation.charges
        answers.insert(charges.contains { !$0.modifiers.isEmpty })
      }
      #expect(answers.count == 1)
      return answers.contains(true)
    }
  }

  /// An end without its begin tells by its length that it began on the day before (ALG-05).
  @Test func anEndMayTellOfABeginOnTheDayBefore() throws {
    let header = "csn,mrn,medication,route,action,action_time,duration_min,site"
    let rows = [
      "E1,P0,vancomycin,IV,Started,2026-01-10 08:00,,A", "E1,P0,vancomycin,IV,Stopped,2026-01-10 09:45,,A",
      "E3,P0,vancomycin,IV,Started,2026-01-10 23:00,,A", "E3,P0,vancomycin,IV,Stopped,2026-01-11 01:00,,A",
      "E2,P0,vancomycin,IV,Stopped,2026-01-11 00:30,120,A",
    ]
    #expect(try lastIsSetApart(header, rows))
    #expect(try lastIsSetApart(header, Array(rows[0...1] + rows[4...])))
  }

  /// Whose an encounter is, its first row says that can be used.
  @Test(arguments: ["vancomycin 1 g,IV,infusion,A,soon,", "\"\",IV,infusion,A,2026-01-12 12:00,"])
  func aRejectedRowDoesNotSayWhoseItIs(rejected: String) throws {
    let visit = "vancomycin 1 g,IV,infusion,A,2026-01-12"
    let rows = ["E1,P0,\(visit) 08:00,2026-01-12 09:45", "E9,P9,\(visit) 08:00,2026-01-12 09:45"]
    let last = "E2,P0,\(visit) 12:00,2026-01-12 13:45"
    #expect(try lastIsSetApart(GroupedExports.header, rows + ["E2,P9,\(rejected)", last]))
    #expect(try lastIsSetApart(GroupedExports.header, [rows[0], "E2,P9,\(rejected)", last]))
    #expect(try !lastIsSetApart(GroupedExports.header, [rows[1], "E2,P9,\(rejected)", last]))
  }

  /// A record without patients has days of encounters whose patient another one names.
  @Test func daysOfARecordWithoutPatientsCount() throws {
    let rows = [
      "E1,P0,ondansetron 4 mg,IV,push,A,2026-01-10 10:00,",
      "E2,P0,vancomycin 1 g,IV,infusion,A,2026-01-12 12:00,2026-01-12 13:45",
    ]
    let others = [
      "csn,medication,route,technique,site,start,stop",
      "E1,vancomycin 1 g,IV,infusion,A,2026-01-12 08:00,2026-01-12 09:45",
    ]
    #expect(try lastIsSetApart(GroupedExports.header, rows, others: others))
  }
}
