import ArgumentParser
import CodeTables
import Pipeline

/// What the commands that look things up in the tables take.
struct LookUpOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("Configuration file (YAML), for the drugs that it names.", valueName: "file"),
    completion: .file())
  var configurationFile: String?

  @OptionGroup var ownTables: TablesOption

  func tables(feesFile: String? = nil) throws -> CodeTables {
    let configuration = try ConfigurationFile.read(configurationFile)
    return try CodeTables.load(
      overrideFolder: ownTables.folder, ownDrugs: configuration.drugs, feesFile: feesFile)
  }
}
