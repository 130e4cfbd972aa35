import ArgumentParser
import Logging

/// Outputs and forms that writing commands share.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rows that could not be read, each with what to do (CSV).", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Option(help: ArgumentHelp("What the run read, found and wrote (JSON).", valueName: "file"), completion: .file())
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Facts that nobody wrote down, each with a question and what it is worth (CSV).", valueName: "file"),
    completion: .file())
  var queries: String?

  @Option(
    help: ArgumentHelp(
      "Checksums of what the run was made of and of what it wrote (JSON), for verify.", valueName: "file"),
    completion: .file())
  var manifest: String?

  @Flag(help: "Read, code and compare, say what came of it, and put no file in place.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "How errors and the summary are printed: text, or json with one object a line.", valueName: "form"))
  var logFormat: StandardErrorLog.Form = .text

  @Flag(help: "Write CSV for Excel: byte order mark and CRLF.")
  var excel = false

  @Flag(help: "Write text cells as they are, also those that a spreadsheet would run as formulas.")
  var raw = false

  @Flag(name: [.customShort("q"), .long], help: "Print no summary.")
  var quiet = false

  /// Options by which lines look otherwise, by name.
  var form: [String] { (excel ? ["excel"] : []) + (raw ? ["raw"] : []) }

  /// Where events go when they are for programs; nil for people.
  var log: Logger? {
    guard logFormat == .json else { return nil }
    return Logger(label: "infusion-charges") { _ in
      StandardErrorLog(form: .json, now: { RunClock.now }, logLevel: quiet ? .warning : .info)
    }
  }
}
