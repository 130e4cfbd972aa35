import ArgumentParser
import CodeTables
import Infusion
import Reports

/// The tables of codes, for reading.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Show what the tables say of a code: words, parents, unit limits, amounts, dates, sources.")

  @Argument(help: "A code such as 96365 or J2405.")
  var code: String

  @Option(
    name: .customLong("on"), help: ArgumentHelp("Date of service to answer for, such as 2025-07-01.", valueName: "day"))
  var day: String?

  @OptionGroup var ownFees: FeesOption

  @OptionGroup(title: "Tables") var lookUp: LookUpOptions

  func run() throws {
    try ErrorReport.reporting {
      let text = CodeLookUp(
        tables: try lookUp.tables(feesFile: ownFees.file), on: try day.map(date), width: Terminal.width,
        isColored: Terminal.isColored)
      try Terminal.write(try text.code(code))
    }
  }

  private func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(iso: text) else {
      throw ValidationError("--on takes a date such as 2025-07-01, not \"\(text)\"")
    }
    return date
  }
}
