import CodeTables
import Coding
import Foundation
import Infusion
import Pipeline
import Reconciliation

/// A run over a few lines of text, with the bundled tables.
struct SmallRun: RunOutput {
  let pages = CodedPages()
  private(set) var coded: [CodedEncounter] = []
  /// Those of the record, then those of the bill.
  private(set) var rejected: [RowProblem] = []
  /// How often what was put out was forgotten.
  private(set) var timesStartedOver = 0

  var findings: [Finding] { coded.flatMap { $0.result?.findings ?? [] } }
  var suppressed: [SuppressedFinding] { coded.flatMap(\.suppressed) }
  var queries: [DocumentationQuery] { coded.flatMap(\.queries) }

  mutating func put(_ page: [CodedEncounter]) { coded += page }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) {
    rejected = rejectedMARRows + rejectedChargeLines
  }

  let canStartOver = true

  mutating func startOver() {
    (coded, rejected) = ([], [])
    timesStartedOver += 1
  }

  static let tables = Result { try CodeTables.load() }

  static let marHeader =
    "csn,medication,route,technique,site,start,stop,department,volume ml,rate ml h,second site reason,claim type,"
    + "payer,hcpcs,dose,dose unit,opened,opened unit,single dose,mrn"
  static let chargeHeader = "csn,cpt,units,date of service"

  /// Runs lines of a MAR and of a bill below their headers.
  static func of(
    header: String = marHeader, mar: [String], charges: [String] = [], _ change: (inout Job) throws -> Void = { _ in }
  ) throws -> (output: SmallRun, summary: RunSummary) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("small-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let columns = header.count { $0 == "," }
    let rows = mar.map { $0 + String(repeating: ",", count: columns - $0.count { $0 == "," }) }
    var paths: [String] = []
    for (name, lines) in [("mar.csv", [header] + rows), ("charges.csv", [chargeHeader] + charges)] {
      let file = folder.appendingPathComponent(name)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      paths.append(file.path)
    }
    var job = Job(
      marFiles: [paths[0]], chargeFiles: [paths[1]], configuration: Configuration(), tables: try tables.get())
    try change(&job)
    var output = SmallRun()
    let summary = try Run(job).perform(into: &output)
    return (output, summary)
  }

  /// Round amounts, so that a reader can add them up.
  static let fees = FeeLookup { code, _, _ in
    let amounts = [
      "96365": 200, "96366": 40, "96367": 60, "96368": 0, "96374": 100, "96375": 30, "96413": 300, "96409": 150,
      "96360": 90, "96361": 20, "96405": 80,
    ]
    return amounts[code.description].map {
      FeeLookup.Price(amount: ExactDecimal($0), schedule: "Medicare 2026 estimate")
    }
  }
}
