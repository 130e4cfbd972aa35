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
    abstract: "Show one encounter: its timeline, then each code with rule, minutes and source rows.")

  @OptionGroup var input: InputOptions
  @OptionGroup var bill: ChargeOptions

  @Option(help: "The encounter to explain.")
  var encounter: String

  @Option(
    name: .customLong("what-if"),
    help: "A policy choice, name=value: show what would change with it; may be repeated.")
  var whatIf: [String] = []

  @Option(help: "Columns of text; as wide as the terminal when not given.")
  var width: Int?

  func run() throws {
    try ErrorReport.reporting {
      var job = try input.job(charges: bill.charges)
      job.isExplaining = true
      let other = try otherJob(than: job)
      let found = try found(by: job)
      let width = width ?? Terminal.width
      let sources = SourceNames(job.marFiles)
      let timeline = TimelineText(
        encounter: found.encounter, derivation: found.derivation, sources: sources, width: width,
        isColored: Terminal.isColored)
      let derivation = DerivationText(
        derivation: found.derivation, of: found.encounter, sources: sources, tables: { job.tables.year(for: $0) },
        width: width,
        isColored: Terminal.isColored)
      try Terminal.write(timeline.text + "\n" + derivation.text)
      let policy = PolicyNote(job.configuration.policy, width: width)
      if !policy.text.isEmpty { try Terminal.write("\n" + policy.text) }
      if let result = found.result, !job.chargeFiles.isEmpty || !result.billed.isEmpty {
        try Terminal.write("\n" + ComparisonText(result, width: width).text)
      }
      if let other {
        let change = WhatIfText(
          from: job.configuration.policy, found.derivation, to: other.configuration.policy,
          try self.found(by: other).derivation, choices: whatIf, width: width, isColored: Terminal.isColored)
        try Terminal.write("\n" + change.text)
      }
    }
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
