import ArgumentParser
import ByteStreams
import Pipeline
import Reports

/// One summary for all parts of a run.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the summaries of all parts of a run (--shard, --part) and check that no row is lost between them.")

  @Argument(help: "Summaries that the parts wrote, in any order.", completion: .file())
  var summaries: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Summary of the whole run (JSON); - is standard output.", valueName: "file"), completion: .file()
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      "The exports of the run, as a summary lists its inputs (JSON), where parts were given rows.", valueName: "file"),
    completion: .file())
  var inputs: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 3 when findings of a status pass a limit: missing>100,unsupported>1%.", valueName: "limits"))
  var failOn: String?

  @Flag(name: [.customShort("q"), .long], help: "Print no summary.")
  var quiet = false

  func run() throws {
    try ErrorReport.reporting {
      try checkOutput()
      let limits = try failOn.map(FindingLimits.init)
      var parts: [MergedSummary.Part] = []
      for file in try InputFiles.expanded(summaries) {
        parts.append((file, try SummaryReader.summary(try WholeFile.json(of: file), file: file)))
      }
      let given = try inputs.map { try SummaryReader.inputs(try WholeFile.json(of: $0), file: $0) }
      let whole = try MergedSummary.of(parts, inputs: given)
      let bytes = Array(SummaryDocument(whole).text.utf8)
      if output == "-" {
        try StandardOutput().write(bytes)
      } else {
        let set = OutputSet()
        let file = try set.open(output)
        try file.write(bytes)
        _ = try file.seal()
        _ = try set.commit()
      }
      if output != "-", !quiet { try Terminal.write(SummaryText(whole, isColored: Terminal.isColored).text) }
      if limits?.arePassed(by: whole) == true { throw ExitCode(3) }
    }
  }

  /// An output that would destroy an input is refused before anything is read.
  private func checkOutput() throws {
    guard output != "-", let identity = FileIdentity(path: output) else { return }
    let files = try InputFiles.expanded(summaries) + [inputs].compactMap(\.self)
    guard files.allSatisfy({ FileIdentity(path: $0) != identity }) else {
      throw ValidationError("--output names \(output), which is an input; give it a name of its own")
    }
  }
}
