import ArgumentParser
import ByteStreams
import CodeTables
import DropFolder
import Infusion
import Pipeline
import Reports

/// One nightly pass over a drop folder.
struct Drop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Process what was dropped into a folder: one pass, for cron or systemd.",
    discussion: """
      Takes complete drops from FOLDER/incoming, puts results into FOLDER/out, each run in a folder of its own, and \
      the exports into FOLDER/done or FOLDER/failed. docs/nightly.md says how to set it up.
      """)

  @Argument(help: "The drop folder.", completion: .directory)
  var folder: String

  @OptionGroup(title: "Reading and coding") var reading: ReadingOptions
  @OptionGroup(title: "Privacy") var privacy: PrivacyOptions
  @OptionGroup(title: "Log") var logs: LogOptions

  @Option(
    help: ArgumentHelp("Differences to keep out of the findings until a day (CSV).", valueName: "file"),
    completion: .file())
  var suppressions: String?

  @Flag(help: "Leave matches out of the findings; they stay counted.")
  var onlyDifferences = false

  @Flag(help: "Write CSV for Excel: byte order mark and CRLF.")
  var excel = false

  @Flag(help: "Write a workbook of each drop's results: results.xlsx.")
  var workbook = false

  @Flag(help: "Write each drop's results on one page for a browser: report.html.")
  var report = false

  @Flag(help: "Process again what was processed already.")
  var reprocess = false

  @Flag(help: "Say what a pass would do and change nothing.")
  var dryRun = false

  @Flag(help: "Exit with 4 when any row was rejected.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Exit with 3 when findings of a status pass a limit in one drop: missing>100,unsupported>1%.", valueName: "limits"
    ))
  var failOn: String?

  @Option(
    help: ArgumentHelp(
      "Where Prometheus looks for figures (a file that ends in .prom); FOLDER/infusion-charges.prom by default.",
      valueName: "file"), completion: .file())
  var metrics: String?

  @Option(
    help: ArgumentHelp(
      "Time to work by, such as 2026-11-24T02:00:00Z, in place of the machine's clock.", valueName: "time"))
  var now: String?

  func run() throws {
    let clock = try JobClock(startingAt: now)
    let log = logs.logger { clock.now.text }
    try ErrorReport.reporting(to: log) {
      let started = clock.now
      var setup = try DropWork(self, clock: clock).setup(log: log)
      setup.reprocesses = reprocess
      let pass = DropPass(folder: folder, setup)
      if dryRun {
        let preview = try pass.preview()
        try Terminal.write(preview.text.printableLines)
        if preview.exitCode != 0 { throw ExitCode(preview.exitCode) }
        return
      }
      let report = try pass.perform()
      try PassRecord(folder: folder, started: started, ended: clock.now).write(report, metricsPath: metrics)
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }
}
