import Coding
import Foundation
import Infusion
import Reconciliation
import TestSupport
import Testing

@testable import Pipeline

/// Small exports with everything that is awkward, their rows a little or wholly out of order: what is coded as rows come
/// gives what the shelves give, whatever the window.
@Suite struct RandomGroupedTests {
  private static let rounds = ProcessInfo.processInfo.environment["GROUPED_ROUNDS"].flatMap { Int($0) } ?? 150
  private static let firstSeed = ProcessInfo.processInfo.environment["GROUPED_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func whatIsFoundIsTheSame() throws {
    var timesStartedOver = 0
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.rounds) {
      var draw = Draw(seed: seed)
      let exports = AwkwardExports(&draw)
      let shard = draw.chance(30) ? Shard(number: draw.number(1...3), of: 3) : nil
      let (onShelf, window) = (draw.pick([1, 2, 3, 5]), draw.pick([0, 300, 1_000, 3_000]))
      try GroupedExports.inFolder { folder in
        var job = try exports.job(in: folder)
        (job.encountersOnShelf, job.largestWindow, job.shard) = (onShelf, window, shard)
        if draw.chance(20) { job.pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32)) }
        job.carriedColumns = draw.chance(30) ? ["site"] : []
        job.jobs = draw.number(1...2)
        let other = try Self.found(job)
        job.beginsAsGrouped = false
        let usual = try Self.found(job)
        timesStartedOver += other.timesStartedOver
        let difference = zip(usual.lines, other.lines).first { $0 != $1 }
        #expect(
          other.lines == usual.lines,
          "seed \(seed): USUAL \(difference?.0 ?? "-") OTHER \(difference?.1 ?? "-")")
      }
    }
    #expect(timesStartedOver > 0)
    #expect(timesStartedOver < Self.rounds)
  }

  private static func found(_ job: Job) throws -> (lines: [String], timesStartedOver: Int) {
    var output = SmallRun()
    let summary = try Run(job).perform(into: &output)
    var lines = output.coded.map { coded in
      "\(coded.inWords) \(coded.encounter.rows.count) \(coded.rowsUsed) \(coded.rowsRejected) \(coded.isIncomplete)"
        + " \(coded.carried)"
    }
    lines += output.rejected.map { "\($0)" } + summary.warnings
    for balance in [summary.rows, summary.chargeLines] {
      lines.append("\(balance.read) \(balance.used) \(balance.excluded.sorted { $0.key < $1.key })")
      lines.append("\(balance.rejected.sorted { $0.key < $1.key })")
    }
    lines += summary.inputs.map { "\($0)" } + ["\(summary.facts) \(summary.encounters)"]
    return (lines, output.timesStartedOver)
  }
}

/// Two medication records and two bills of a few patients.
struct AwkwardExports {
  private var mar: [String] = []
  private var moreMAR: [String] = []
  private var charges: [String] = []
  private var moreCharges: [String] = []

  init(_ draw: inout Draw) {
    let (patients, span) = (draw.number(1...9), draw.pick([2, 4, 30]))
    for encounter in 0..<draw.number(1...14) {
      let patient = draw.number(1...patients)
      for _ in 0..<draw.number(0...3) {
        let row = Self.row(of: encounter, patient, span, &draw)
        if draw.chance(15) { moreMAR.append(row) } else { mar.append(row) }
        if draw.chance(6) { mar.append(row) }
      }
      for _ in 0..<draw.number(0...2) {
        let line = Self.line(of: encounter, span, &draw)
        if draw.chance(15) { moreCharges.append(line) } else { charges.append(line) }
      }
    }
    let disorder = draw.pick([0, 0, 1, 2, 100])
    Self.disturb(&mar, disorder, &draw)
    Self.disturb(&charges, disorder, &draw)
  }

  private static func id(_ encounter: Int, _ draw: inout Draw) -> String {
    draw.chance(3) ? "" : "\(100 + encounter)" + (draw.chance(10) ? ".0" : "")
  }

  private static func day(_ span: Int, _ draw: inout Draw) -> String {
    "2026-01-\(10 + draw.number(0...span - 1) / 2)"
  }

  private static func row(of encounter: Int, _ patient: Int, _ span: Int, _ draw: inout Draw) -> String {
    let id = id(encounter, &draw)
    if draw.chance(5) { return "\(id),P\(patient),too few" }
    let who = draw.chance(4) ? "" : "P\(draw.chance(4) ? 1 : patient)"
    let (first, hour) = (day(span, &draw), draw.number(8...22))
    let start = draw.chance(6) ? "" : "\(first) \(hour < 10 ? "0" : "")\(hour):0\(draw.number(0...9))"
    let end = "\(draw.chance(25) ? day(span, &draw) : first) \(min(hour + 1, 23)):45"
    let drug = draw.pick([
      "vancomycin 1 g", "ondansetron 4 mg", "rituximab 100 mg", "\"normal saline\n1 L\"", "nonsense",
    ])
    let (route, way) = (draw.pick(["IV", "IV", "IV", "nowhere"]), draw.pick(["infusion", "infusion", "push"]))
    return "\(id),\(who),\(drug),\(route),\(way),\(draw.pick(["A", "A", "B"])),\(start),\(end)"
  }

  private static func line(of encounter: Int, _ span: Int, _ draw: inout Draw) -> String {
    let id = draw.chance(10) ? "\(200 + encounter / 3)" : id(encounter, &draw)
    if draw.chance(5) { return "\(id),96365" }
    let code = draw.pick(["96365", "96375", "96374", "96413", "96360", "99213", draw.chance(10) ? "J3370" : "36430"])
    return "\(id),\(code),\(draw.chance(5) ? "many" : "1"),\(draw.chance(5) ? "" : day(span, &draw))"
  }

  /// Moves some lines elsewhere; with 100, all of them.
  private static func disturb(_ lines: inout [String], _ count: Int, _ draw: inout Draw) {
    if count == 100 { return lines.shuffle(using: &draw) }
    for _ in 0..<count where lines.count > 1 {
      let line = lines.remove(at: draw.number(0...lines.count - 1))
      lines.insert(line, at: draw.number(0...lines.count))
    }
  }

  func job(in folder: URL) throws -> Job {
    func file(_ name: String, _ lines: [String]) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: file)
      return file.path
    }
    var job = Job(
      marFiles: [
        try file("mar1.csv", [GroupedExports.header] + mar), try file("mar2.csv", [GroupedExports.header] + moreMAR),
      ],
      chargeFiles: [
        try file("c1.csv", [GroupedExports.chargesHeader] + charges),
        try file("c2.csv", [GroupedExports.chargesHeader] + moreCharges),
      ], configuration: Configuration(), tables: try SmallRun.tables.get())
    job.configuration.rejectLimit = .share(basisPoints: 10_000)
    job.listsQueries = true
    return job
  }
}
