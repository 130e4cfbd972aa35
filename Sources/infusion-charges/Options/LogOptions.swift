import ArgumentParser
import Foundation
import Logging

/// How a job that nobody watches speaks.
struct LogOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How lines on standard error look: text or json.", valueName: "form"))
  var logFormat: StandardErrorLog.Form = .text

  @Flag(help: "Also log what went well; on a terminal that is the default.")
  var verbose = false

  @Flag(
    name: [.customShort("q"), .long], help: "Log warnings and errors only; without a terminal that is the default.")
  var quiet = false

  /// - Parameter now: the time that a line bears.
  func logger(now: @escaping @Sendable () -> String) -> Logger {
    let isWatched = isatty(STDERR_FILENO) == 1
    let level: Logger.Level = quiet ? .warning : verbose ? .debug : isWatched ? .info : .warning
    return Logger(label: "infusion-charges") { _ in
      StandardErrorLog(form: logFormat, now: now, logLevel: level)
    }
  }
}

extension StandardErrorLog.Form: ExpressibleByArgument {}
