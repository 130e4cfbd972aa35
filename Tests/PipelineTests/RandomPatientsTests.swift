import Coding
import Foundation
import Infusion
import TestSupport
import Testing

@testable import Pipeline

/// Visits of few patients whose days are hard to tell: what is coded as rows come, and what the shelves give, is what
/// comes of knowing every visit of a patient, also those that share no day.
@Suite struct RandomPatientsTests {
  private static let rounds = ProcessInfo.processInfo.environment["PATIENTS_ROUNDS"].flatMap { Int($0) } ?? 150
  private static let firstSeed = ProcessInfo.processInfo.environment["PATIENTS_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func nobodyIsLeftOut() throws {
    var (timesStartedOver, setApart) = (0, 0)
    for seed in Self.firstSeed..<Self.firstSeed + UInt64(Self.rounds) {
      var draw = Draw(seed: seed)
      let exports = HardDays(&draw)
      let (onShelf, window) = (draw.pick([1, 2, 5]), draw.pick([0, 400, 2_000]))
      try GroupedExports.inFolder { folder in
        var job = try exports.job(in: folder, &draw)
        let together = Self.lines(try Self.together(job))
        (job.encountersOnShelf, job.largestWindow, job.jobs) = (onShelf, window, draw.number(1...2))
        for isGrouped in [true, false] {
          job.beginsAsGrouped = isGrouped
          var output = SmallRun()
          _ = try Run(job).perform(into: &output)
          let found = Self.lines(output.coded)
          let difference = zip(together, found).first { $0 != $1 }
          #expect(
            found == together,
            "PATIENTS_SEED=\(seed) grouped \(isGrouped): ALL \(difference?.0 ?? "-") FOUND \(difference?.1 ?? "-")")
          timesStartedOver += output.timesStartedOver
          setApart += output.coded.count { $0.derivation.charges.contains { $0.rules.contains("MOD-02") } }
        }
      }
    }
    #expect(timesStartedOver > 0)
    #expect(timesStartedOver < Self.rounds)
    #expect(setApart > Self.rounds / 2)
  }

  /// All visits of all patients at once, whatever their days.
  private static func together(_ job: Job) throws -> [CodedEncounter] {
    var (intake, watch) = (ExportIntake(job), UnwatchedRun())
    for (file, path) in job.marFiles.enumerated() { try intake.readMAR(path, file: file, &watch) }
    for (file, path) in job.chargeFiles.enumerated() { try intake.readCharges(path, file: file, &watch) }
    var (shelves, reader, _) = try intake.finished()
    let visits = try shelves.flatMap { try reader.read($0).visits }
    var worker = ShelfWorker(
      job, reader: reader, neighbours: Neighbours(of: visits, job), billsDrugs: intake.billsDrugs, pages: CodedPages())
    return try shelves.flatMap { try worker.work(on: $0).page }
  }

  private static func lines(_ coded: [CodedEncounter]) -> [String] {
    coded.map(\.inWords)
  }
}

/// A record of rows with start and stop or of events, a second one without patients, and a bill.
private struct HardDays {
  private static let intervals = "csn,mrn,medication,route,technique,site,start,stop,volume ml,rate ml h,payer"
  private static let events =
    "csn,mrn,medication,route,action,site,action_time,duration_min,volume ml,rate ml h,payer"

  private let isEvents: Bool
  /// What stands behind every time; none where times are by the wall.
  private let offset: String
  private let span: Int
  private var mar: [String] = []
  private var moreMAR: [String] = []
  private var charges: [String] = []

  init(_ draw: inout Draw) {
    isEvents = draw.chance(50)
    offset = draw.chance(30) ? draw.pick(["-05:00", "+13:00"]) : ""
    span = draw.pick([2, 4, 8, 16, 50])
    let patients = draw.number(1...3)
    for encounter in 0..<draw.number(3...16) {
      let patient = draw.number(1...patients)
      let day = draw.number(0...span - 1)
      for _ in 0..<draw.number(1...2) {
        let row = row(of: encounter, patient, day, &draw)
        if draw.chance(8) { moreMAR.append(Self.withoutPatient(row)) } else { mar.append(row) }
      }
      for _ in 0..<draw.number(0...2) {
        let code = draw.pick(["96365", "96366", "96374", "96375", "96413", "96360", "96372"])
        charges.append("\(100 + encounter),\(code),\(draw.number(1...3)),\(Self.date(day + draw.pick([0, 0, 0, 1])))")
      }
    }
    guard draw.chance(40), mar.count > 1 else { return }
    for _ in 0..<draw.number(1...3) {
      mar.insert(mar.remove(at: draw.number(0...mar.count - 1)), at: draw.number(0...mar.count - 1))
    }
  }

  /// A day counted from 1 January.
  private static func date(_ day: Int) -> String {
    let (month, day) = day < 31 ? (1, day + 1) : (2, day - 30)
    return "2026-0\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private static func withoutPatient(_ row: String) -> String {
    row.replacing(#/^(\d+),[^,]*,/#) { "\($0.1),," }
  }

  private func time(_ day: Int, _ hour: Int, _ draw: inout Draw) -> String {
    "\(Self.date(day)) \(hour < 10 ? "0" : "")\(hour):\(draw.pick(["00", "05", "45", "59"]))\(offset)"
  }

  private func row(of encounter: Int, _ patient: Int, _ day: Int, _ draw: inout Draw) -> String {
    let id = "\(100 + encounter)," + (draw.chance(5) ? "" : "P\(draw.chance(4) ? 1 : patient)")
    let drug = draw.pick(["vancomycin 1 g", "ondansetron 4 mg", "rituximab 100 mg", "normal saline 1 L"])
    let hour = draw.pick([0, 1, 8, 12, 18, 23])
    let begin = time(day, hour, &draw)
    let end = hour == 23 ? time(day + 1, draw.number(0...2), &draw) : time(day, hour + 1, &draw)
    let site = draw.pick(["A", "A", "A", "B"])
    let flow = draw.chance(60) ? "\(draw.pick([100, 250, 1_000])),\(draw.pick([5, 20, 100]))" : ","
    let payer = draw.pick(["Medicare", "Medicare", "other"])
    guard isEvents else {
      let way = draw.pick(["infusion", "infusion", "push"])
      let start = draw.chance(25) ? (draw.chance(20) ? "soon" : "") : begin
      let stop = draw.chance(15) ? "" : draw.chance(10) ? String(end.dropFirst(11).prefix(5)) : end
      return "\(id),\(drug),IV,\(way),\(site),\(start),\(stop),\(flow),\(payer)"
    }
    let action = draw.pick(["New Bag", "Stopped", "Stopped", "Given", "Rate Change", "Refused"])
    let minutes = draw.chance(30) ? "\(draw.pick([20, 90, 600, 1_500, 4_000]))" : ""
    return "\(id),\(drug),IV,\(action),\(site),\(draw.chance(50) ? begin : end),\(minutes),\(flow),\(payer)"
  }

  func job(in folder: URL, _ draw: inout Draw) throws -> Job {
    func file(_ name: String, _ lines: [String]) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      return file.path
    }
    let header = isEvents ? Self.events : Self.intervals
    var job = Job(
      marFiles: [try file("mar1.csv", [header] + mar), try file("mar2.csv", [header] + moreMAR)],
      chargeFiles: [try file("charges.csv", [GroupedExports.chargesHeader] + charges)],
      configuration: Configuration(), tables: try SmallRun.tables.get())
    job.configuration.rejectLimit = .share(basisPoints: 10_000)
    job.configuration.policy.dateRule = draw.pick([.startDate, .splitByDay])
    job.configuration.timeZone =
      draw.chance(50) ? ClockZone(name: "Somewhere", firstOffset: draw.pick([-600, 720])) : nil
    job.listsQueries = true
    return job
  }
}
