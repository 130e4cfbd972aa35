import ArgumentParser

/// Tables of an organisation in place of the bundled ones.
struct TablesOption: ParsableArguments {
  @Option(
    name: .customLong("tables"),
    help: ArgumentHelp("Folder whose table files replace the bundled ones.", valueName: "folder"),
    completion: .directory)
  var folder: String?
}

/// Amounts of an organisation.
struct FeesOption: ParsableArguments {
  @Option(
    name: .customLong("fees"),
    help: ArgumentHelp("Your own amounts (CSV: code, amount, …) in place of Medicare's estimates.", valueName: "file"),
    completion: .file())
  var file: String?
}
