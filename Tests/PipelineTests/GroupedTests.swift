import Foundation
import Infusion
import Testing

@testable import Pipeline

/// Encounters that are coded as their rows come give what they give when all have come, whatever comes late.
@Suite struct GroupedTests {
  /// Something done to exports that are grouped.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether it is found out only when something was put out.
    var startsOver = false
    let make: @Sendable (inout GroupedExports) -> Void

    init(_ name: String, startsOver: Bool = false, _ make: @escaping @Sendable (inout GroupedExports) -> Void) {
      (testDescription, self.startsOver, self.make) = (name, startsOver, make)
    }
  }

  private static let count = 80

  static let changes = [
    Change("nothing") { _ in },
    Change("no row") { $0 = GroupedExports(encounters: 0) },
    Change("no row, but a bill") { $0.mar = [] },
    Change("no bill") { $0.charges = [] },
    Change("one encounter") { $0 = GroupedExports(encounters: 1) },
    Change("the first row comes last", startsOver: true) { $0.mar.append($0.mar.removeFirst()) },
    Change("a row of the middle comes last", startsOver: true) { $0.mar.append($0.mar.remove(at: count)) },
    Change("the last row comes first") { $0.mar.insert($0.mar.removeLast(), at: 0) },
    Change("rows stand crosswise, near each other") { exports in
      for place in stride(from: 1, to: exports.mar.count - 2, by: 4) { exports.mar.swapAt(place, place + 1) }
    },
    Change("rows backwards") { $0.mar.reverse() },
    Change("a patient comes back on the first day at the end", startsOver: true) {
      $0.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-01-10 14:00,2026-01-10 15:00")
    },
    Change("a patient comes back on another day") {
      $0.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-03-10 14:00,2026-03-10 15:00")
    },
    Change("the first charge line comes last", startsOver: true) { $0.charges.append($0.charges.removeFirst()) },
    Change("the last charge line comes first") { $0.charges.insert($0.charges.removeLast(), at: 0) },
    Change("charges backwards") { $0.charges.reverse() },
    Change("lines that only the bill names, before all others") { exports in
      exports.charges.insert(contentsOf: (0..<200).map { "Y\($0),96413,1,2026-01-10" }, at: 0)
    },
    Change("lines that only the bill names, behind all others") { exports in
      exports.charges += (0..<200).map { "Y\($0),96413,1,2026-01-10" }
    },
    Change("the bill is of the second half alone") { $0.charges.removeFirst($0.charges.count / 2) },
    Change("the bill is of the first half alone") { $0.charges.removeLast($0.charges.count / 2) },
    Change("rows that are none, of known and unknown encounters") { exports in
      exports.mar.insert("E6,P1,too few", at: 14)
      exports.mar.insert(",P1,vancomycin 1 g,IV,infusion,A,2026-01-10 08:00,", at: 90)
      exports.mar.append("Total rows: 240")
      exports.mar.append("X13,of the bill alone")
      exports.charges.insert("E9,96365,1,2026-01-10,one more", at: 11)
      exports.charges.append(",96365,1,2026-01-10")
    },
    Change("a broken row of the first encounter comes last", startsOver: true) { $0.mar.append("E0,P0,too few") },
    Change("a broken line of the first encounter comes last", startsOver: true) { $0.charges.append("E0,96365") },
    Change("rows that cannot be read, rows twice") { exports in
      exports.mar.insert("E6,P4,vancomycin 1 g,nowhere,infusion,A,2026-01-10 08:00,", at: 14)
      exports.mar.insert(exports.mar[30], at: 31)
      exports.charges.insert("E9,96365,many,2026-01-10", at: 11)
    },
    Change("the first drug is billed late", startsOver: true) {
      $0.charges.insert("E70,J3370,2,2026-01-11", at: $0.charges.firstIndex { $0.hasPrefix("E70,") } ?? 0)
    },
    Change("drugs are billed") { $0.charges.insert("E0,J3370,2,2026-01-10", at: 0) },
    Change("a charge line makes visits of one day", startsOver: false) {
      $0.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-03-10 14:00,2026-03-10 15:00")
      $0.charges.append("LATE,96365,1,2026-03-10")
    },
    Change("a late charge line has the day of a visit that is done", startsOver: true) {
      $0.mar.append("LATE,P0,vancomycin 1 g,IV,infusion,A,2026-03-10 14:00,2026-03-10 15:00")
      $0.charges.append("LATE,96365,1,2026-01-10")
    },
  ]

  @Test(arguments: changes)
  func whatIsFoundIsTheSame(_ change: Change) throws {
    var exports = GroupedExports(encounters: Self.count)
    change.make(&exports)
    let usual = try exports.found(.init(jobs: 2, beginsAsGrouped: false))
    let other = try exports.found(.init(jobs: 2))
    #expect(other.lines == usual.lines)
    if change.startsOver { #expect(other.timesStartedOver == 1) }
    // A window that holds everything never has to start over.
    let wide = try exports.found(.init(jobs: 1, window: 1 << 20))
    #expect(wide.lines == usual.lines)
    #expect(wide.timesStartedOver == 0)
    exports.charges = []
    let unbilled = try exports.found(.init(beginsAsGrouped: false, isBilled: false))
    #expect(try exports.found(.init(jobs: 2, isBilled: false)).lines == unbilled.lines)
  }

  /// A column that names nobody, such as one that is the same throughout, is left to the shelves.
  @Test func onePatientForAllIsNotFollowed() throws {
    try GroupedExports.inFolder { folder in
      var exports = GroupedExports(encounters: 0)
      exports.mar = (0..<2_500).map { "E\($0),NONE,ondansetron 4 mg,IV,push,A,2026-01-10 10:00," }
      var intake = try GroupedIntake(try exports.job(.init(), in: folder))
      #expect(throws: Straggler.self) { while try intake.next() != nil {} }
    }
  }

  @Test(arguments: [1, 2, 8])
  func theNumberOfWorkersDoesNotMatter(jobs: Int) throws {
    var exports = GroupedExports(encounters: Self.count)
    let usual = try exports.found(.init(beginsAsGrouped: false))
    #expect(try exports.found(.init(jobs: jobs)).lines == usual.lines)
    exports.mar.append(exports.mar.remove(at: Self.count))
    let late = try exports.found(.init(beginsAsGrouped: false))
    #expect(try exports.found(.init(jobs: jobs)).lines == late.lines)
  }

  @Test(arguments: [1, 3, 50, 512], [0, 5_000])
  func shelvesAndWindowsDoNotMatter(encountersOnShelf: Int, window: Int) throws {
    let exports = GroupedExports(encounters: Self.count)
    let usual = try exports.found(.init(beginsAsGrouped: false))
    let other = try exports.found(.init(jobs: 2, encountersOnShelf: encountersOnShelf, window: window))
    #expect(other.lines == usual.lines)
  }

  @Test(arguments: 1...3)
  func shardsFindTheSame(number: Int) throws {
    var exports = GroupedExports(encounters: Self.count)
    exports.mar.append("nobody's")
    let shard = Shard(number: number, of: 3)
    let usual = try exports.found(.init(beginsAsGrouped: false, shard: shard))
    let other = try exports.found(.init(jobs: 2, shard: shard))
    #expect(other.timesStartedOver == 0)
    #expect(other.lines == usual.lines)
  }

  /// What stands as promised needs no second reading, and what is kept of records does not grow with their number.
  @Test(arguments: [100, 400])
  func memoryDoesNotGrow(encounters: Int) throws {
    let exports = GroupedExports(encounters: encounters)
    #expect(try exports.found(.init(window: 4_000)).timesStartedOver == 0)
    try GroupedExports.inFolder { folder in
      var intake = try GroupedIntake(try exports.job(.init(window: 4_000), in: folder))
      var (most, shelves) = (0, 0)
      while try intake.next() != nil {
        most = max(most, intake.heldBytes)
        shelves += 1
      }
      #expect(most < 6_000)
      #expect(shelves >= encounters / 3)
    }
  }
}
