import ArgumentParser
import CodeTables
import Pipeline
import Reports

/// A configuration alone, without exports.
struct CheckConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Check a configuration file, and the tables beside it, and say what it sets."
  )

  @Argument(help: "The configuration file (YAML).", completion: .file())
  var file: String?

  @Flag(help: "List the keys of a configuration file, with what each takes.")
  var keys = false

  @Flag(help: "Write docs/keys.md (with --keys).")
  var markdown = false

  @OptionGroup var ownTables: TablesOption

  @OptionGroup var ownFees: FeesOption

  func validate() throws {
    guard keys != (file != nil) else { throw ValidationError("name a configuration file, or say --keys") }
    guard keys || !markdown else { throw ValidationError("--markdown needs --keys") }
  }

  func run() throws {
    try ErrorReport.reporting {
      guard let file else {
        return try Terminal.write(markdown ? KeysText.markdown : KeysText.text(width: Terminal.width))
      }
      let configuration = try ConfigurationFile.read(file)
      // A drug or a table that is no good is found when the tables are put together.
      _ = try CodeTables.load(overrideFolder: ownTables.folder, ownDrugs: configuration.drugs, feesFile: ownFees.file)
      try Terminal.write(ConfigurationText(configuration, file: file, width: Terminal.width).text)
    }
  }
}
