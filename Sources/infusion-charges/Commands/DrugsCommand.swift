import ArgumentParser
import CodeTables
import Reports

/// The formulary, for reading.
struct Drugs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drugs",
    abstract: "Show what a drug's text or code is taken for: ingredients, class by route, drug codes, sources.")

  @Argument(help: "The text of a drug as your export prints it, or a code such as J2405; several words are one text.")
  var name: [String]

  @OptionGroup(title: "Tables") var lookUp: LookUpOptions

  func run() throws {
    try ErrorReport.reporting {
      let text = DrugLookUp(
        formulary: try lookUp.tables().formulary, width: Terminal.width, isColored: Terminal.isColored)
      try Terminal.write(try text.drug(name.joined(separator: " ")))
    }
  }
}
