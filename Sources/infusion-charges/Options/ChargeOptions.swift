import ArgumentParser

/// The bill, for commands that compare with it.
struct ChargeOptions: ParsableArguments {
  @Option(
    name: .customLong("charges"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Charge exports (files, folders, '*.csv'), when the MAR does not carry the billed codes itself.",
      valueName: "file"), completion: .file())
  var charges: [String] = []
}
