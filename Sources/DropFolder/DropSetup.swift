import Logging
import Pipeline
import Reports

/// What a pass is given from outside.
package struct DropSetup {
  package let choices: DropChoices
  /// Version, configuration, tables and options; inputs and outputs are each run's own.
  package let manifest: Manifest
  /// The digest of whatever decides results beside the content of a drop.
  package let rules: String
  /// Whether what was processed already is processed again.
  package var reprocesses = false
  package let now: () -> Moment
  /// Reads the files of a drop and writes results into its folder.
  package let process: (DropInput) throws -> RunSummary
  /// The exit code that results ask for: 0, 3 or 4.
  package let judge: (RunSummary) -> Int32
  package let exitCode: (any Error) -> Int32
  package let log: Logger

  package init(
    choices: DropChoices, manifest: Manifest, rules: String, now: @escaping () -> Moment,
    process: @escaping (DropInput) throws -> RunSummary, judge: @escaping (RunSummary) -> Int32,
    exitCode: @escaping (any Error) -> Int32, log: Logger
  ) {
    (self.choices, self.manifest, self.rules) = (choices, manifest, rules)
    (self.now, self.process, self.judge, self.exitCode, self.log) = (now, process, judge, exitCode, log)
  }
}

/// One drop, for whoever processes it.
package struct DropInput: Sendable {
  /// Paths in the order in which they are read.
  package let marFiles: [String]
  package let chargeFiles: [String]
  /// Where results go.
  package let folder: String
}
