import ArgumentParser
import Pipeline

/// What every command that is given exports takes.
struct InputOptions: ParsableArguments {
  @Argument(help: "MAR exports: files, folders, '*.csv'; delimited text, plain or gzip, or .xlsx; - is standard input.")
  var mar: [String]

  @OptionGroup var reading: ReadingOptions

  var configurationFile: String? { reading.configurationFile }
  var feesFile: String? { reading.feesFile }

  /// The job that the options ask for: flags beat the configuration file.
  ///
  /// - Parameter charges: charge exports as the user names them, in their order.
  func job(charges: [String]) throws -> Job { try reading.job(mar: mar, charges: charges) }
}
