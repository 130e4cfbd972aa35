import ByteStreams
import CSV
import Coding
import Foundation
import Infusion
import Pipeline

/// The clock around a run; the core has none.
enum RunClock {
  /// Runs the job and adds when, how long, and by which version and options.
  ///
  /// - Parameter isQuiet: whether nobody wants to see how far it has come.
  static func timed(
    _ job: Job, isQuiet: Bool, _ body: (inout ProgressLine) throws -> RunSummary
  ) throws -> RunSummary {
    let started = Date()
    let clock = ContinuousClock()
    let begin = clock.now
    var progress = ProgressLine(isShown: !isQuiet)
    defer { progress.end() }
    var summary = try body(&progress)
    progress.end()
    let elapsed = clock.now - begin
    summary.version = Version.number
    summary.options = options(of: job)
    summary.timing.started = started.formatted(.iso8601)
    summary.timing.ended = Date().formatted(.iso8601)
    summary.timing.elapsedMilliseconds = elapsed.wholeMilliseconds
    summary.timing.stages = progress.milliseconds
    summary.timing.peakMemoryBytes = peakMemoryBytes
    return summary
  }

  /// The time on the clock of this machine, ISO 8601.
  static var now: String { Date().formatted(.iso8601) }

  /// The day on the clock of this machine.
  static var today: CivilDate {
    let now = Calendar(identifier: .gregorian).dateComponents(in: .current, from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let today = CivilDate(year: year, month: month, day: day)
    else { preconditionFailure("a clock shows a day") }
    return today
  }

  /// Options that are not at their default.
  static func options(of job: Job) -> [String: String] {
    let configuration = job.configuration
    var options: [String: String] = [:]
    if let setting = configuration.setting { options["setting"] = setting.rawValue }
    if let order = configuration.dateOrder { options["date_order"] = order.rawValue }
    if let zone = configuration.timeZone { options["time_zone"] = zone.name }
    if configuration.allowsAnyYear { options["allow_any_year"] = "true" }
    if configuration.rejectLimit != .standard { options["max_rejects"] = configuration.rejectLimit.description }
    for (name, value) in reading(of: job) { options[name] = value }
    if job.listsExcludedRows { options["explain_excluded"] = "true" }
    if !job.carriedColumns.isEmpty { options["carry"] = job.carriedColumns.joined(separator: ",") }
    if let pseudonyms = job.pseudonyms { options["deidentify"] = pseudonyms.fingerprint }
    if let suppressions = job.suppressions {
      options["suppressions"] = suppressions.file
      options["as_of"] = suppressions.day.description
    }
    for (name, value) in configuration.policy.changed { options["policy.\(name)"] = value }
    return options
  }

  /// Of these, how the files are read.
  private static func reading(of job: Job) -> [String: String] {
    var options: [String: String] = [:]
    if job.encoding != .auto { options["encoding"] = job.encoding.rawValue }
    if let dialect = job.dialect { options["delimiter"] = dialect.delimiter.description }
    if let sheet = job.sheet { options["sheet"] = sheet }
    if job.maxFieldBytes != Job.standardFieldBytes { options["max_field"] = String(job.maxFieldBytes) }
    return options
  }

  /// The most memory that the process has held, from the kernel; 0 where it does not say.
  private static var peakMemoryBytes: Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return 0 }
    return kilobytes * 1_024
  }
}
