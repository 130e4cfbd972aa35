import ArgumentParser
import Reports

/// The rules, for reading.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the rules, or show one with its evidence.")

  @Argument(help: "A rule id such as HYD-02.")
  var id: String?

  @Flag(help: "Write docs/rules.md: every rule by family, as Markdown.")
  var markdown = false

  @Option(help: "Folder of scenarios, to name one for each rule (with --markdown).")
  var scenarios: String?

  func run() throws {
    try ErrorReport.reporting {
      if markdown {
        try Terminal.write(RulesMarkdown(scenarios: try scenarios.map(ScenarioIndex.examples) ?? [:]).text)
      } else if let id {
        try Terminal.write(try RulesText(width: Terminal.width, isColored: Terminal.isColored).rule(id))
      } else {
        try Terminal.write(RulesText(width: Terminal.width, isColored: Terminal.isColored).all)
      }
    }
  }
}
