import Coding
import Foundation
import Infusion
import Pipeline
import Reconciliation
import TestSupport
import Testing

/// The same facts as rows with start and stop, as events in any order, or as some of each (input IN-30).
@Suite("Intervals, events and a mix of both")
struct EventPropertyTests {
  private static let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 2_026
  private static let header =
    "csn,bag id,order id,medication,route,technique,site,mar action,start,stop,last seen running"
  private static let encounters = 150

  @Test("give the same administrations and the same findings")
  func sameFindings() throws {
    var draw = Draw(seed: Self.seed)
    let records = (1...Self.encounters).map { RandomRecord(encounter: "\($0)", from: &draw) }
    let intervals = try findings(records.flatMap(\.intervals))
    let events = try findings(records.flatMap(\.events).shuffled(using: &draw))
    let mixed = try findings(records.flatMap { $0.mixed(from: &draw) }.shuffled(using: &draw))
    #expect(intervals.keys.count == Self.encounters)
    for encounter in intervals.keys.sorted() {
      #expect(events[encounter] == intervals[encounter], "events of \(encounter), SEED=\(Self.seed)")
      #expect(mixed[encounter] == intervals[encounter], "mix of \(encounter), SEED=\(Self.seed)")
    }
  }

  /// What every encounter comes to, without what it rests on; balanced rows are checked on the way.
  private func findings(_ lines: [String]) throws -> [String: [String]] {
    let charges = (1...Self.encounters).map { "\($0),96365,1,2026-01-05" }
    let (output, summary) = try SmallRun.of(header: Self.header, mar: lines, charges: charges)
    #expect(summary.rows.isBalanced && summary.rows.rejected.isEmpty && summary.rows.read == lines.count)
    return Dictionary(
      uniqueKeysWithValues: output.coded.map { coded in
        let findings = coded.result?.findings ?? []
        return (
          coded.encounter.id,
          findings.map { finding in
            let modifiers = finding.suggestedModifiers.map(\.description).joined(separator: " ")
            return "\(finding.code?.description ?? "") \(finding.serviceDate?.description ?? "")"
              + " \(finding.suggestedUnits ?? 0)/\(finding.billedUnits ?? 0) \(modifiers) \(finding.status)"
              + " \(finding.reasonCodes) \(finding.needsReview)"
          }.sorted()
        )
      })
  }
}

/// The record of one encounter: infusions with pauses and further bags, and doses given at once.
private struct RandomRecord {
  /// One infusion of one drug, or one dose.
  private struct Order {
    /// Both forms of the same bags: lines with start and stop, and lines of events.
    var pieces: [(interval: String, events: [String])] = []
  }

  private var orders: [Order] = []

  var intervals: [String] { orders.flatMap { $0.pieces.map(\.interval) } }
  var events: [String] { orders.flatMap { $0.pieces.flatMap(\.events) } }

  /// Each order in one of the two forms.
  func mixed(from draw: inout Draw) -> [String] {
    orders.flatMap { order in
      let asEvents = draw.number(0...1) == 0
      return order.pieces.flatMap { asEvents ? $0.events : [$0.interval] }
    }
  }

  private static let drugs = ["vancomycin", "ceftriaxone", "sodium chloride 0.9%", "rituximab", "magnesium sulfate"]

  init(encounter: String, from draw: inout Draw) {
    for (number, drug) in Self.drugs.shuffled(using: &draw).prefix(draw.number(1...4)).enumerated() {
      // No two orders begin in the same minute: which is first would then be a matter of the file.
      let begin = 480 + number + 5 * draw.number(0...60)
      orders.append(
        draw.number(0...4) == 0
          ? Self.dose(of: drug, encounter, at: begin) : Self.infusion(of: drug, encounter, number, from: begin, &draw))
    }
  }

  private static func dose(of drug: String, _ encounter: String, at begin: Int) -> Order {
    let line = "\(encounter),,,\(drug),IV,PUSH,PIV L,Given,\(time(begin)),,"
    return Order(pieces: [(line, [line])])
  }

  private static func infusion(
    of drug: String, _ encounter: String, _ number: Int, from begin: Int, _ draw: inout Draw
  ) -> Order {
    var order = Order()
    var minute = begin
    let bagCount = draw.number(1...2)
    // What is not told apart by bag or order is by drug, route and site.
    let orderID = draw.number(0...1) == 0 ? "O\(number)" : ""
    for bag in 1...bagCount {
      let pauses = draw.number(0...1)
      let bagID = pauses > 0 || draw.number(0...1) == 0 ? "B\(number)\(bag)" : ""
      func line(_ action: String, _ start: Int, _ stop: Int? = nil, seen: Int? = nil) -> String {
        "\(encounter),\(bagID),\(orderID),\(drug),IV,INFUSION,PIV L,\(action),\(time(start)),"
          + "\(stop.map(time) ?? ""),\(seen.map(time) ?? "")"
      }
      for piece in 0...pauses {
        let stop = minute + draw.number(1...100)
        let seen = draw.number(minute...stop)
        let isLast = bag == bagCount && piece == pauses
        let isOpen = isLast && draw.number(0...3) == 0
        var events = [line(piece == 0 ? "New Bag" : "Restarted", minute), line("Rate Change", seen)]
        if !isOpen { events.append(line(piece < pauses ? "Paused" : "Stopped", stop)) }
        order.pieces.append((line("", minute, isOpen ? nil : stop, seen: isOpen ? seen : nil), events))
        // A bag may follow in the minute in which the last one ran empty.
        minute = stop + (piece < pauses ? draw.number(1...60) : draw.number(0...20))
      }
    }
    return order
  }

  private static func time(_ minute: Int) -> String {
    let day = 5 + minute / 1_440
    let (hour, rest) = (minute % 1_440 / 60, minute % 60)
    return "2026-01-0\(day) " + (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
