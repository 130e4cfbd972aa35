import Foundation
import Infusion
import Testing

@testable import Pipeline

/// What `--input-order grouped` promises: kept, it changes nothing that is found; broken, the run ends with file and line.
@Suite struct PromisedOrderTests {
  private func exports() -> GroupedExports {
    var exports = GroupedExports(encounters: 60)
    exports.mar.sort { Self.patient($0) < Self.patient($1) }
    let order = Dictionary(
      exports.mar.enumerated().map { (Self.encounter($0.element), $0.offset) }, uniquingKeysWith: min)
    exports.charges = exports.charges.enumerated().sorted { left, right in
      (order[Self.encounter(left.element)] ?? 0, left.offset) < (
        order[Self.encounter(right.element)] ?? 0, right.offset
      )
    }.map(\.element)
    for place in [20, exports.charges.count] {
      exports.charges.insert(contentsOf: ["Y\(place),96413,1,2026-01-10", "Y\(place),96415,1,2026-01-10"], at: place)
    }
    return exports
  }

  private static func encounter(_ line: String) -> String { String(line.split(separator: ",")[0]) }

  /// By number, so that the same patient's encounters stand together.
  private static func patient(_ line: String) -> Int { Int(line.split(separator: ",")[1].dropFirst()) ?? 0 }

  @Test(arguments: [1, 2, 8])
  func keptItFindsTheSame(jobs: Int) throws {
    let exports = exports()
    let usual = try exports.found(.init(beginsAsGrouped: false))
    let promised = try exports.found(.init(jobs: jobs, window: 0, inputOrder: .grouped))
    #expect(promised.lines == usual.lines)
  }

  /// A patient's rows may stand in order of time, whichever encounter they are of.
  @Test func rowsOfOnePatientMayStandCrosswise() throws {
    var exports = GroupedExports(encounters: 0)
    for hour in ["08", "10", "12"] {
      for encounter in ["A", "B"] {
        exports.mar.append("\(encounter),P1,ondansetron 4 mg,IV,push,A,2026-01-10 \(hour):00,")
      }
    }
    exports.mar.append("C,P2,ondansetron 4 mg,IV,push,A,2026-01-10 08:00,")
    exports.charges = ["A,96374,1,2026-01-10", "B,96374,1,2026-01-10", "A,96375,2,2026-01-10"]
    let usual = try exports.found(.init(encountersOnShelf: 1, beginsAsGrouped: false))
    #expect(try exports.found(.init(encountersOnShelf: 1, window: 0, inputOrder: .grouped)).lines == usual.lines)
  }

  /// An id such as `UNKNOWN` is no patient's; nobody is told to sort what is sorted.
  @Test func aPatientWithThousandsOfVisitsIsNamedAsThat() throws {
    var exports = GroupedExports(encounters: 0)
    exports.mar = (0..<2_001).map { "E\($0),UNKNOWN,ondansetron 4 mg,IV,push,A,2026-01-10 08:00," }
    let error = #expect(throws: RunError.self) {
      try exports.found(.init(encountersOnShelf: 4_000, window: 1 << 24, inputOrder: .grouped))
    }
    let message = error?.description ?? ""
    #expect(message.contains("mar.csv:2002: a row of a patient who has 2000 other visits close by"), "\(message)")
    #expect(message.contains("leave the id blank"), "\(message)")
    #expect(!message.contains("sort"), "\(message)")
  }

  /// The line does not depend on how much is looked at before the first encounter is coded.
  @Test(arguments: [0, 1 << 20])
  func brokenItIsRefusedWithFileAndLine(window: Int) throws {
    var late = exports()
    late.mar.append(late.mar[0])
    var unsorted = exports()
    unsorted.charges.append(unsorted.charges[0])
    for (exports, place) in [
      (late, "mar.csv:\(late.mar.count + 1): a row of an encounter whose other rows stand further up"),
      (unsorted, "charges.csv:\(unsorted.charges.count + 1): a charge line of an encounter whose place is further up"),
    ] {
      let error = #expect(throws: RunError.self) {
        try exports.found(.init(jobs: 2, window: window, inputOrder: .grouped))
      }
      let message = error?.description ?? ""
      #expect(message.contains(place), "\(message)")
      let words = message.split(separator: ".csv:").last ?? ""
      #expect(!words.isEmpty && !words.contains("E0"), "\(message)")
    }
  }
}
