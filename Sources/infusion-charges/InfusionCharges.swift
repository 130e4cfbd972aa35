import ArgumentParser
import CodeTables

/// The command `infusion-charges`: names and options, nothing else.
@main
struct InfusionCharges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infusion-charges",
    abstract: "Compares what was billed for giving drugs with what the medication record supports, and says why.",
    version: Version.text,
    subcommands: [
      Reconcile.self, ReviewCommand.self, Compare.self, Derive.self, Merge.self, Layout.self, Drop.self, Verify.self,
      Explain.self, Inspect.self, CheckConfig.self, Rules.self, Codes.self, Drugs.self, ReadRecords.self,
      ReadWorkbook.self,
    ])
}

/// What `--version` prints.
enum Version {
  static let number = "0.1.0"
  /// The years that have bundled tables.
  static var codeSetYears: String { ((try? TableFolder().years()) ?? []).map(String.init).joined(separator: ", ") }
  static var text: String { "infusion-charges \(number), code sets \(codeSetYears)" }
}
