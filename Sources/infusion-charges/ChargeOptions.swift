import ArgumentParser

/// The bill, for commands that compare with it.
struct ChargeOptions: ParsableArguments {
  @Option(
    name: .customLong("charges"), parsing: .upToNextOption,
    help: "Charge exports (files, folders, '*.csv'), when the MAR does not carry the billed codes itself.")
  var charges: [String] = []
}
