import ArgumentParser
import Pipeline
import Reports

/// Where exports hold their fields, for programs that deal rows out.
struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Say as JSON where exports hold their fields, for programs that deal their rows out (--rows).")

  @OptionGroup var input: InputOptions
  @OptionGroup var bill: ChargeOptions

  func run() throws {
    try ErrorReport.reporting {
      try Terminal.write(LayoutDocument(try ExportLayout.all(of: try input.job(charges: bill.charges))).text)
    }
  }
}
