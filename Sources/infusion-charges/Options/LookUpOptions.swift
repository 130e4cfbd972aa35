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

  @Option(
    name: .customLong("tables"),
    help: ArgumentHelp("Folder whose table files replace the bundled ones.", valueName: "folder"),
    completion: .directory)
  var tablesFolder: String?

  func tables(feesFile: String? = nil) throws -> CodeTables {
    let configuration = try ConfigurationFile.read(configurationFile)
    return try CodeTables.load(
      overrideFolder: tablesFolder, ownDrugs: configuration.drugs, feesFile: feesFile)
  }
}
