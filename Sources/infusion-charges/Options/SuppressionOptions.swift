import ArgumentParser
import ByteStreams
import CodeTables
import Infusion
import Pipeline

/// Differences that an organisation has decided to live with.
struct SuppressionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Differences to keep out of the findings until a day (CSV: match, encounter_id, department, drug, …).",
      valueName: "file"), completion: .file())
  var suppressions: String?

  @Option(
    help: ArgumentHelp("Findings that are suppressed, each with owner, reason and last day (CSV).", valueName: "file"),
    completion: .file())
  var suppressed: String?

  @Option(
    help: ArgumentHelp(
      "The day by which suppressions expire, such as 2026-01-31; today when not given.", valueName: "day"))
  var asOf: String?

  /// The suppressions on the day of the run; nil without a file of them.
  func read(for job: Job) throws -> Suppressions? {
    let day = try day
    guard let suppressions else {
      if suppressed != nil { throw ValidationError("--suppressed needs --suppressions, the file that says what") }
      return nil
    }
    return try Suppressions(
      file: suppressions, bytes: try WholeFile.bytes(of: suppressions), day: day, formulary: job.tables.formulary)
  }

  private var day: CivilDate {
    get throws {
      guard let asOf else { return RunClock.today }
      guard let day = CivilDate(iso: asOf) else {
        throw ValidationError("--as-of takes a day such as 2026-01-31, not \"\(asOf)\"")
      }
      return day
    }
  }
}
