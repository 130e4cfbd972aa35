import ArgumentParser
import Reports

/// The rules, for reading.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or show one with its evidence; or list the policy options.")

  @Argument(help: "A rule id such as HYD-02.")
  var id: String?

  @Flag(help: "List the policy options, with what each decides and its values.")
  var options = false

  @Flag(help: "Write docs/rules.md, or with --options docs/options.md, as Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("Folder of scenarios, to name one for each rule (with --markdown).", valueName: "folder"),
    completion: .directory)
  var scenarios: String?

  func run() throws {
    try ErrorReport.reporting {
      if options {
        let text = PolicyText.text(width: Terminal.width, isColored: Terminal.isColored)
        try Terminal.write(markdown ? PolicyText.markdown : text)
      } else if markdown {
        try Terminal.write(RulesMarkdown(scenarios: try scenarios.map(ScenarioIndex.examples) ?? [:]).text)
      } else if let id {
        try Terminal.write(try RulesText(width: Terminal.width, isColored: Terminal.isColored).rule(id))
      } else {
        try Terminal.write(RulesText(width: Terminal.width, isColored: Terminal.isColored).all)
      }
    }
  }
}
