import Coding
import Foundation
import Infusion
import Reconciliation

@testable import Pipeline

/// Exports of many small encounters, their rows in any order that a test wants, and everything that a run finds in
/// them.
struct GroupedExports {
  static let header = "csn,mrn,medication,route,technique,site,start,stop"
  static let chargesHeader = "csn,cpt,units,date of service"

  /// Lines of the medication record and of the bill, encounter by encounter.
  var mar: [String] = []
  var charges: [String] = []

  /// Encounters of patients who come once, but for every seventh, who comes twice on a day, two encounters apart;
  /// every ninth is not billed, and before every tenth stands one that only the bill names.
  init(encounters: Int) {
    for number in 0..<encounters {
      let patient = number % 7 == 6 && number > 2 ? number - 2 : number
      let day = "2026-01-\(10 + number / 40 % 20)"
      mar.append("E\(number),P\(patient),vancomycin 1 g,IV,infusion,A,\(day) 08:0\(number % 9),\(day) 09:45")
      mar.append("E\(number),P\(patient),ondansetron 4 mg,IV,push,A,\(day) 10:0\(number % 9),")
      if number % 10 == 3 { charges.append("X\(number),96413,1,\(day)") }
      if number % 9 == 8 { continue }
      charges.append("E\(number),96365,\(1 + number % 2),\(day)")
      if number % 3 == 0 { charges.append("E\(number),96375,1,\(day)") }
    }
  }

  /// How a run is to work.
  struct Way {
    var jobs = 1
    var encountersOnShelf = 3
    var window = 1_500
    var beginsAsGrouped = true
    var inputOrder = InputOrder.any
    var shard: Shard?
    var isBilled = true
  }

  /// The job over these exports, which are written into a folder.
  func job(_ way: Way, in folder: URL) throws -> Job {
    var paths: [String] = []
    for (name, lines) in [("mar.csv", [Self.header] + mar), ("charges.csv", [Self.chargesHeader] + charges)] {
      let file = folder.appendingPathComponent(name)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      paths.append(file.path)
    }
    var job = Job(
      marFiles: [paths[0]], chargeFiles: way.isBilled ? [paths[1]] : [], configuration: Configuration(),
      tables: try SmallRun.tables.get())
    job.configuration.rejectLimit = .share(basisPoints: 10_000)
    (job.jobs, job.encountersOnShelf, job.largestWindow) = (way.jobs, way.encountersOnShelf, way.window)
    (job.beginsAsGrouped, job.inputOrder, job.shard) = (way.beginsAsGrouped, way.inputOrder, way.shard)
    job.comparesWithBill = way.isBilled
    return job
  }

  /// Everything that a run finds, as text in its order, and how often it started over.
  func found(_ way: Way) throws -> (lines: [String], timesStartedOver: Int) {
    try Self.inFolder { folder in
      var output = SmallRun()
      let summary = try Run(try job(way, in: folder)).perform(into: &output)
      var lines = output.coded.map { coded in
        "\(coded.inWords) \(coded.isIncomplete)"
      }
      lines += output.rejected.map { "\($0.source.line) \($0.rule) \($0.encounterID ?? "-")" } + summary.warnings
      for balance in [summary.rows, summary.chargeLines] {
        lines.append("\(balance.read) \(balance.used) \(balance.excluded.sorted { $0.key < $1.key })")
        lines.append("\(balance.rejected.sorted { $0.key < $1.key })")
      }
      lines += summary.inputs.map { "\($0.rows) \($0.bytes) \($0.sha256)" }
      lines += summary.findingsByReason.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      lines.append("\(summary.encounters)")
      return (lines.map { $0.replacing(folder.path, with: "") }, output.timesStartedOver)
    }
  }

  static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("grouped-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension CodedEncounter {
  /// What it supports and what is found, in words: the program keeps no names of fields, so that a structure itself
  /// prints its type and nothing else.
  var inWords: String {
    let charges = derivation.charges.map { "\($0.code) \($0.units) \($0.modifiers) \($0.serviceDate) \($0.rules)" }
    let findings = (result?.findings ?? []).map { finding in
      "\(finding.code?.description ?? "") \(finding.serviceDate?.description ?? "") \(finding.status)"
        + " \(finding.suggestedUnits ?? 0)/\(finding.billedUnits ?? 0) \(finding.suggestedModifiers)"
        + " \(finding.reasonCodes) \(finding.rules) \(finding.needsReview) \(finding.reason)"
    }
    return "\(encounter.id) \(charges) \(findings) \(queries.count)"
  }
}
