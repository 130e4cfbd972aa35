import ArgumentParser
import CodeTables

/// The command `infusion-charges`: names and options, nothing else.
@main
struct InfusionCharges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infusion-charges",
    abstract: "Compare what was billed for giving drugs with what the medication record supports, and say why.",
    discussion: """
      MAR is the medication administration record. To begin with:

        infusion-charges inspect mar.csv charges.csv
        infusion-charges reconcile mar.csv --charges charges.csv -o findings.csv
        infusion-charges explain mar.csv --charges charges.csv --encounter ID
      """,
    version: Version.text,
    subcommands: [ReadRecords.self, ReadWorkbook.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Exports",
        subcommands: [Inspect.self, CheckConfig.self, Reconcile.self, Derive.self, Explain.self, Generate.self]),
      CommandGroup(name: "Results", subcommands: [ReviewCommand.self, Compare.self, Verify.self]),
      CommandGroup(name: "Tables", subcommands: [Rules.self, Codes.self, Drugs.self]),
      CommandGroup(name: "Nightly and large runs", subcommands: [Drop.self, Layout.self, Merge.self]),
    ])
}

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"
  /// The years that have bundled tables.
  static var codeSetYears: String { ((try? TableFolder().years()) ?? []).map(String.init).joined(separator: ", ") }
  static var text: String { "infusion-charges \(number), code sets \(codeSetYears)" }
}
