import ArgumentParser
import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation
import Reports

/// One encounter as a coder would argue it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show one encounter: its timeline, then each code with rule, minutes and source rows.")

  @OptionGroup var input: InputOptions
  @OptionGroup var bill: ChargeOptions

  @Option(help: ArgumentHelp("The encounter to explain.", valueName: "id"))
  var encounter: String

  @Option(
    name: .customLong("what-if"),
    help: ArgumentHelp(
      "A policy choice: show what would change with it; may be repeated.", valueName: "name=value"))
  var whatIf: [String] = []

  @Option(
    help: ArgumentHelp("Columns of text, 60 or more; as wide as the terminal when not given.", valueName: "columns"))
  var width: Int?

  @Option(help: ArgumentHelp("How it is written: text, or json for programs.", valueName: "form"))
  var format = Format.text

  /// How an encounter is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    guard let width, width < 60 else { return }
    throw ValidationError("--width takes 60 columns or more, not \(width)")
  }

  func run() throws {
    try ErrorReport.reporting {
      var job = try input.job(charges: bill.charges)
      job.isExplaining = true
      let other = try otherJob(than: job)
      let found = try found(by: job)
      let isCompared = !job.chargeFiles.isEmpty || found.result?.billed.isEmpty == false
      let explained = ExplainedEncounter(
        found, isCompared: isCompared, sources: job.marFiles, chargeSources: job.chargeFiles + job.marFiles,
        policy: job.configuration.policy, tables: { [tables = job.tables] in tables.year(for: $0) })
      let otherDerivation = try other.map { try self.found(by: $0).derivation }
      switch format {
      case .json:
        try Terminal.write(ExplainDocument(explained, otherwise: otherDerivation, choices: whatIf).text)
      case .text:
        try writeText(explained, job, other, otherDerivation)
      }
    }
  }

  private func writeText(_ explained: ExplainedEncounter, _ job: Job, _ other: Job?, _ otherwise: Derivation?) throws {
    let width = width ?? Terminal.width
    var parts = [explained.timeline(width: width, isColored: Terminal.isColored)]
    parts.append(explained.argument(width: width, isColored: Terminal.isColored))
    parts.append(PolicyNote(job.configuration.policy, width: width).text)
    parts.append(explained.comparison(width: width))
    if let other, let otherwise {
      let change = WhatIfText(
        from: job.configuration.policy, explained.coded.derivation, to: other.configuration.policy, otherwise,
        choices: whatIf, width: width, isColored: Terminal.isColored)
      parts.append(change.text)
    }
    try Terminal.write(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private func found(by job: Job) throws -> CodedEncounter {
    var finder = EncounterFinder(of: encounter)
    _ = try Run(job).perform(into: &finder)
    guard let found = finder.found else { throw RunError.noSuchEncounter(encounter) }
    return found
  }

  /// The same job with the choices of `--what-if`; nil without any.
  private func otherJob(than job: Job) throws -> Job? {
    guard !whatIf.isEmpty else { return nil }
    guard !(job.marFiles + job.chargeFiles).contains("-") else {
      throw ValidationError("--what-if reads the exports twice; give files, not standard input")
    }
    var other = job
    for choice in whatIf { try ReadingOptions.choose(choice, in: &other.configuration.policy, option: "--what-if") }
    return other
  }
}

/// Keeps one encounter of a run.
private struct EncounterFinder: RunOutput {
  let pages: CodedPages
  private(set) var found: CodedEncounter?

  init(of id: String) {
    pages = CodedPages { $0.encounter.id == id }
  }

  mutating func put(_ page: [CodedEncounter]) {
    found = found ?? page.first
  }

  mutating func put(rejectedMARRows: [RowProblem], rejectedChargeLines: [RowProblem]) {}
}
