import ArgumentParser
import Pipeline

/// What every command that is given exports takes.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "MAR exports: files, folders, '*.csv'; delimited text, plain or gzip, or .xlsx; - is standard input.",
      valueName: "mar"), completion: .file())
  var mar: [String]

  @OptionGroup(title: "Reading and coding") var reading: ReadingOptions

  var configurationFile: String? { reading.configurationFile }
  var feesFile: String? { reading.ownFees.file }

  /// The job that the options ask for: flags beat the configuration file.
  ///
  /// - Parameter charges: charge exports as the user names them, in their order.
  func job(charges: [String]) throws -> Job { try reading.job(mar: mar, charges: charges) }
}
