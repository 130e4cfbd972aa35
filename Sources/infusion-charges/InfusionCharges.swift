import ArgumentParser

/// The command `infusion-charges`: names and options, nothing else.
@main
struct InfusionCharges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infusion-charges",
    abstract: "Compares what was billed for giving drugs with what the medication record supports, and says why.",
    version: Version.text,
    subcommands: [
      Reconcile.self, ReviewCommand.self, Compare.self, Derive.self, Merge.self, Layout.self, Drop.self, Verify.self,
      Explain.self, Inspect.self, CheckConfig.self, Rules.self, Codes.self, Drugs.self, Generate.self,
      ReadRecords.self, ReadWorkbook.self,
    ])
}

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"
  static let codeSetYears = "2025, 2026"
  static var text: String { "infusion-charges \(number), code sets \(codeSetYears)" }
}
