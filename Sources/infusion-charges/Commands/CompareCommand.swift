import ArgumentParser
import ByteStreams
import CSV
import Pipeline
import Reports

/// What became of the findings of an earlier run.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the findings of two runs: new, resolved, still open, changed.")

  @Argument(help: "Findings of the earlier run (CSV, plain or gzip); - is standard input.", completion: .file())
  var old: String

  @Argument(help: "Findings of the later run.", completion: .file())
  var new: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "One row for each finding that is open in either run (CSV); - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Write CSV for Excel: byte order mark and CRLF.")
  var excel = false

  @Flag(help: "Write text cells as they are, also those that a spreadsheet would run as formulas.")
  var raw = false

  @Flag(name: [.customShort("q"), .long], help: "Print no table.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Exit with 3 when changes of a kind pass a limit: new>0,changed>5%; shares are of all open findings.",
      valueName: "limits"))
  var failOn: String?

  func run() throws {
    try ErrorReport.reporting {
      let limits = try failOn.map(ChangeLimits.init)
      try checkPaths()
      let set = OutputSet()
      let sink = try output.map { path -> any ByteSink in
        if path == "-" { return StandardOutput() }
        return try set.open(path)
      }
      var writer = RecordWriter(excel: excel, raw: raw)
      let table = ComparisonTable()
      if sink != nil { table.writeHeader(to: &writer) }
      var comparison = RunComparison()
      try comparison.compare(try FindingsReader(path: old), with: try FindingsReader(path: new)) { row in
        guard let sink else { return }
        table.append(row, to: &writer)
        if writer.bytes.count > Self.bufferBytes { try sink.write(writer.takeBytes()) }
      }
      try sink?.write(writer.takeBytes())
      _ = try set.commit()
      try report(comparison)
      if limits?.arePassed(by: comparison) == true { throw ExitCode(3) }
    }
  }

  private static let bufferBytes = 1 << 20

  private func report(_ comparison: RunComparison) throws {
    guard !quiet else { return }
    if output == "-" {
      ErrorReport.print(RunComparisonText(comparison).text)
    } else {
      try Terminal.write(RunComparisonText(comparison, isColored: Terminal.isColored).text)
    }
  }

  private func checkPaths() throws {
    guard !(old == "-" && new == "-") else { throw ValidationError("standard input (-) can be read only once") }
    guard let output, output != "-", let target = FileIdentity(path: output) else { return }
    for input in [old, new] where input != "-" && FileIdentity(path: input) == target {
      throw ValidationError("--output names \(output), which is an input; give it a name of its own")
    }
  }
}

/// `--fail-on new>0,changed>5%`: how many changes of a kind are too many.
struct ChangeLimits {
  private let limits: [(change: RunComparison.Change, amount: RejectLimit)]

  init(_ text: String) throws {
    limits = try text.split(separator: ",").map { part in
      let sides = part.split(separator: ">").map { String($0.filter { $0 != " " }) }
      guard sides.count == 2, let change = RunComparison.Change(rawValue: sides[0]), let amount = RejectLimit(sides[1])
      else {
        let known = RunComparison.Change.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--fail-on takes limits such as new>0,changed>5% (\(known)), not \"\(part)\"")
      }
      return (change, amount)
    }
  }

  func arePassed(by comparison: RunComparison) -> Bool {
    let total = comparison.counts.values.reduce(0) { $0 + $1.findings }
    return limits.contains { limit in
      !limit.amount.allows(rejected: comparison.counts[limit.change]?.findings ?? 0, ofRows: total)
    }
  }
}
