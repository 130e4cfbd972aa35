import ArgumentParser
import Pipeline
import Reports

/// What the program takes a file for, before anything is made of it.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what files are taken for: format, columns, dates, words, drugs, first rows, problems.",
    discussion: "It shows rows as they are understood, with encounter ids and drugs: for your own screen.")

  @OptionGroup var input: InputOptions

  @Flag(help: "Print a configuration (YAML) that says what was found, to start from, and nothing else.")
  var writeConfig = false

  func run() throws {
    try ErrorReport.reporting {
      let job = try input.job(charges: [])
      let inspector = FileInspector(job)
      var inspections: [Inspection] = []
      for path in job.marFiles { inspections.append(try inspector.inspect(path)) }
      if writeConfig {
        try Terminal.write(ConfigurationDraft(inspections, configuration: job.configuration).yaml)
      } else {
        let texts = inspections.map { InspectText($0, width: Terminal.width).text }
        try Terminal.write(texts.joined(separator: "\n"))
      }
    }
  }
}
