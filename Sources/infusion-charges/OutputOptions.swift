import ArgumentParser

/// Outputs and forms that writing commands share.
struct OutputOptions: ParsableArguments {
  @Option(help: "Rows that could not be read, each with what to do (CSV).")
  var rejects: String?

  @Option(help: "What the run read, found and wrote (JSON).")
  var summary: String?

  @Option(help: "Facts that nobody wrote down, each with a question and what it is worth (CSV).")
  var queries: String?

  @Flag(help: "Write CSV for Excel: byte order mark and CRLF.")
  var excel = false

  @Flag(help: "Write text cells as they are, also those that a spreadsheet would run as formulas.")
  var raw = false

  @Flag(name: [.customShort("q"), .long], help: "Print no summary.")
  var quiet = false
}
