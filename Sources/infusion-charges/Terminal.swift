import ByteStreams
import Foundation
import Logging
import Pipeline
import Reports

/// Where a person reads.
enum Terminal {
  /// Prints what a run came to: on standard output, or on standard error when results go to the first.
  static func report(_ summary: RunSummary, _ options: OutputOptions) {
    if let log = options.log { return log.report(summary) }
    guard !options.quiet else { return }
    let writesResultsToOutput =
      !options.dryRun && !summary.outputs.contains { $0.content == "findings" || $0.content == "codes" }
    if writesResultsToOutput {
      let text = SummaryText(summary)
      ErrorReport.print(isatty(STDERR_FILENO) == 1 ? text.text : text.essentials)
    } else {
      try? write(SummaryText(summary, isColored: isColored).text)
    }
  }

  /// Writes text to standard output.
  static func write(_ text: String) throws {
    try StandardOutput().write(Array(text.utf8))
  }

  /// Columns of the terminal, as `COLUMNS` or the terminal itself says; 80 when there is none, and 160 at most.
  static var width: Int {
    let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    guard let columns = named ?? TerminalSize.columns, columns >= 40 else { return 80 }
    return min(columns, 160)
  }

  /// Colour for people only, and not where they refuse it (no-color.org).
  static var isColored: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }
}

extension Logger {
  /// What a run came to, with what to note of its input.
  func report(_ summary: RunSummary) {
    let figures = [
      "rows": summary.rows.read, "charge_lines": summary.chargeLines.read,
      "rejected": summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal, "encounters": summary.encounters,
      "findings": summary.findingsByStatus.values.reduce(0, +), "milliseconds": summary.timing.elapsedMilliseconds,
    ]
    info("done", metadata: figures.mapValues { "\($0)" })
    for warning in summary.warnings { self.warning("\(warning)") }
  }
}
