import ByteStreams
import CodeTables
import Foundation
import Infusion
import Pipeline

/// A real export, kept beside the checkout and not in it, with the configuration that `docs/examples` has for it.
struct RealExport: Sendable {
  let path: String
  var configuration: String?
  var allowsAnyYear = false

  static let mimicIntervals = RealExport(path: "mar_mimic3_mv.csv.gz", configuration: "mimic3-mv.yaml")
  static let clifContinuous = RealExport(
    path: "clif_mimic4_demo/medication_admin_continuous.csv.gz", configuration: "clif.yaml")
  static let clifIntermittent = RealExport(
    path: "clif_mimic4_demo/medication_admin_intermittent.csv.gz", configuration: "clif.yaml")
  static let eICUInfusions = RealExport(path: "eicu_demo/infusionDrug.csv.gz", configuration: "eicu-infusions.yaml")
  static let omop = RealExport(path: "omop_sample/drug_exposure.csv", allowsAnyYear: true)
  static let mimicRecord = RealExport(path: "mimic4_demo_emar_excerpt/emar_excerpt.csv", allowsAnyYear: true)

  static let isHere = (try? ByteSource(path: clifContinuous.file)) != nil
  static let absence = "../shared/real is not beside the checkout"

  private static let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  var file: String { Self.checkout + "/../shared/real/" + path }

  /// What deriving from it comes to.
  func run(_ change: (inout Configuration) -> Void = { _ in }) throws -> (output: SmallRun, summary: RunSummary) {
    var settings = Configuration()
    if let configuration {
      let yaml = try String(contentsOfFile: Self.checkout + "/docs/examples/" + configuration, encoding: .utf8)
      settings = try Configuration(yaml: yaml, file: configuration)
    }
    if allowsAnyYear { settings.allowsAnyYear = true }
    change(&settings)
    var job = Job(marFiles: [file], chargeFiles: [], configuration: settings, tables: try SmallRun.tables.get())
    job.comparesWithBill = false
    var output = SmallRun()
    let summary = try Run(job).perform(into: &output)
    return (output, summary)
  }
}

extension SmallRun {
  /// Rows of the export that were put in through skin, muscle or vein, and how many of them hold a drug that is known.
  var parenteral: (rows: Int, recognised: Int) {
    let rows = coded.flatMap(\.encounter.rows).filter { $0.route != .oral && $0.route != .nasal && $0.route != .other }
    let known = rows.filter { !$0.facts.contains(.classDefaulted) }
    return (rows.reduce(0) { $0 + $1.entryCount }, known.reduce(0) { $0 + $1.entryCount })
  }
}
