import ArgumentParser
import ByteStreams
import CodeTables
import Foundation
import Generation
import Infusion

/// Synthetic exports with known mistakes and the true answer.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a synthetic medication record and bill with known mistakes, and the true answer.",
    discussion: """
      The folder gets mar.csv, charges.csv, answer.csv (what the record supports of every code, what was billed, and \
      which mistake was made) and summary.json. Nobody in them exists. The same options give the same bytes.
      """)

  @Option(help: ArgumentHelp("How many encounters.", valueName: "number"))
  var encounters: Int

  @Option(help: ArgumentHelp("Another number makes other visits.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder for the files; it is made where it is not there.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    help: "How the record tells of a dose: intervals (start and stop), or events (New Bag, Rate Change, Stopped).")
  var style: RecordStyle = .intervals

  @Option(help: "How the record is sorted: grouped (by encounter), or by-time.")
  var order: Plan.Order = .grouped

  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from = "2026-01-05"

  @Option(help: ArgumentHelp("Over how many days the encounters are spread.", valueName: "number"))
  var days = 90

  @Option(help: ArgumentHelp("Of a hundred bills, how many have a mistake.", valueName: "number"))
  var errors = 20

  @Flag(help: "Write mar.csv.gz and charges.csv.gz.")
  var gzip = false

  @Option(
    help: ArgumentHelp(
      "Batches made at the same time; as many as there are cores when not given.", valueName: "number"))
  var jobs: Int?

  @Flag(name: [.customShort("q"), .long], help: "Print nothing.")
  var quiet = false

  func run() throws {
    try ErrorReport.reporting {
      let plan = try plan()
      let generator = try Generator(plan, tables: try CodeTables.load())
      try checkFolder()
      try Folders.make(output)
      let set = OutputSet()
      let (ending, otherEnding) = gzip ? (".csv.gz", ".csv") : (".csv", ".csv.gz")
      let record = try set.open("\(output)/mar\(ending)")
      let charges = try set.open("\(output)/charges\(ending)")
      let answer = try set.open("\(output)/answer.csv")
      let summary = try set.open("\(output)/summary.json")
      let counts = try generator.write(record: record, charges: charges, answer: answer)
      try summary.write(Array(counts.document(of: plan).utf8))
      _ = try set.commit()
      // An earlier run's, of which nothing replaces them.
      for name in ["mar", "charges"] { try AtomicFile.remove("\(output)/\(name)\(otherEnding)") }
      if !quiet { try Terminal.write(text(counts, ending)) }
    }
  }

  /// Exports that nobody generated must not be lost.
  private func checkFolder() throws {
    let exports = ["mar", "charges"].flatMap { ["\($0).csv", "\($0).csv.gz"] }
    let names = (try? Folders.names(in: output))?.names ?? []
    guard let name = exports.first(where: names.contains), !names.contains("answer.csv") else { return }
    throw ValidationError("\(output) holds \(name) and no answer.csv, so it was not generated; name another folder")
  }

  private func plan() throws -> Plan {
    guard let firstDay = CivilDate(iso: from) else {
      throw ValidationError("--from takes a day such as 2026-01-05, not \"\(from)\"")
    }
    guard (0...99_000_000).contains(encounters) else {
      throw ValidationError("--encounters takes 0 to 99000000, not \(encounters)")
    }
    guard (1...3_650).contains(days) else { throw ValidationError("--days takes 1 to 3650, not \(days)") }
    guard (0...100).contains(errors) else { throw ValidationError("--errors takes 0 to 100, not \(errors)") }
    var plan = Plan(encounters: encounters, firstDay: firstDay)
    (plan.seed, plan.style, plan.order, plan.days) = (seed, style, order, days)
    (plan.errorsInThousand, plan.isCompressed) = (errors * 10, gzip)
    plan.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    guard plan.jobs > 0 else { throw ValidationError("--jobs takes a number above 0, not \(plan.jobs)") }
    return plan
  }

  private func text(_ counts: GenerationCounts, _ ending: String) -> String {
    """
    \(counts.encounters) encounters, \(counts.recordRows) rows of the record, \(counts.chargeLines) charge lines; \
    \(counts.billsWithErrors) bills have a mistake. Next:
      infusion-charges reconcile \(output)/mar\(ending) --charges \(output)/charges\(ending) -o findings.csv
      scripts/score \(output)/answer.csv findings.csv

    """
  }
}

extension RecordStyle: ExpressibleByArgument {}
extension Plan.Order: ExpressibleByArgument {}
