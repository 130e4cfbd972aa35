import CodeTables
import Coding
import Foundation
import Infusion
import Pipeline
import Reconciliation

/// A summary file that cannot be read back.
package struct SummaryError: Error, Equatable, CustomStringConvertible {
  package let file: String
  /// The key, such as `rows.read`.
  package let key: String

  package var description: String {
    key.isEmpty
      ? "\(file): this is no JSON; give a summary that --summary wrote"
      : "\(file): \(key) is missing or not as --summary writes it; give a summary of this version of the program"
  }
}

/// Reads what `SummaryDocument` wrote.
package enum SummaryReader {
  /// - Parameter file: its name, for messages.
  package static func summary(_ bytes: [UInt8], file: String) throws(SummaryError) -> RunSummary {
    let root = try SummaryPlace(bytes, file: file)
    var summary = RunSummary()
    summary.version = try root["version"].text
    summary.codeYears = try root["code_years"].numbers
    summary.yearsWithoutTable = try root["years_without_table"].numbers
    for (name, value) in try root["options"].members { summary.options[name] = try value.text }
    summary.inputs = try inputs(root["inputs"])
    summary.rows = try balance(root["rows"])
    summary.chargeLines = try balance(root["charge_lines"])
    try readFigures(root, into: &summary)
    try readAmounts(root, into: &summary)
    for drug in try root["unrecognised_drugs"].list({ $0 }) {
      summary.unrecognisedDrugRows[try drug["name"].text] = try drug["rows"].number
    }
    for output in try root["outputs"].list({ $0 }) {
      summary.outputs.append(
        RunSummary.OutputFile(
          content: try output["content"].text, path: try output["path"].text, bytes: try output["bytes"].number,
          sha256: try output["sha256"].text))
    }
    try readTiming(root["timing"], into: &summary)
    if let part = root.member("part") { try SummaryPart.read(part, into: &summary) }
    return summary
  }

  /// The inputs of a whole run, as a list like `inputs` of a summary.
  package static func inputs(_ bytes: [UInt8], file: String) throws(SummaryError) -> [RunSummary.InputFile] {
    try inputs(try SummaryPlace(bytes, file: file))
  }

  private static func inputs(_ place: SummaryPlace) throws(SummaryError) -> [RunSummary.InputFile] {
    try place.list { input throws(SummaryError) in
      guard let role = RunSummary.InputFile.Role(rawValue: try input["role"].text) else { throw input.wrong }
      return RunSummary.InputFile(
        role: role, path: try input["path"].text, bytes: try input["bytes"].number, sha256: try input["sha256"].text,
        rows: try input["rows"].number, fallbackLine: try input.member("windows_1252_from_line")?.number)
    }
  }

  private static func balance(_ place: SummaryPlace) throws(SummaryError) -> RunSummary.RowBalance {
    RunSummary.RowBalance(
      read: try place["read"].number, used: try place["used"].number,
      excluded: try place["excluded"]["by_reason"].counts, rejected: try place["rejected"]["by_rule"].counts)
  }

  private static func readFigures(_ root: SummaryPlace, into summary: inout RunSummary) throws(SummaryError) {
    summary.encounters = try root["encounters"]["total"].number
    summary.incompleteEncounters = try root["encounters"]["incomplete"].number
    for (name, count) in try root["encounters"]["by_status"].members {
      guard let status = EncounterResult.Status(rawValue: name) else { throw count.wrong }
      summary.encountersByStatus[status] = try count.number
    }
    for (name, count) in try root["findings"]["by_status"].members {
      guard let status = Finding.Status(rawValue: name) else { throw count.wrong }
      summary.findingsByStatus[status] = try count.number
    }
    summary.findingsByReason = try root["findings"]["by_reason"].counts
    for (code, counts) in try root["findings"]["by_code"].members {
      summary.findingsByCode[code] = RunSummary.CodeCount(
        findings: try counts["findings"].number, suggestedUnits: try counts["suggested_units"].signedNumber,
        billedUnits: try counts["billed_units"].signedNumber)
    }
  }

  private static func readAmounts(_ root: SummaryPlace, into summary: inout RunSummary) throws(SummaryError) {
    var amounts = RunSummary.Amounts()
    if root["amounts"].member("under") != nil {
      amounts.schedules = try root["amounts"]["schedules"].list { place throws(SummaryError) in try place.text }
      amounts.under = try root["amounts"]["under"].decimal
      amounts.over = try root["amounts"]["over"].decimal
      amounts.unpricedFindings = try root["amounts"]["unpriced_findings"].number
    }
    summary.amounts = amounts
    var suppressed = RunSummary.Suppressed()
    suppressed.total = try root["suppressed"]["total"].number
    suppressed.byReason = try root["suppressed"]["by_reason"].counts
    suppressed.expired = try root["suppressed"]["expired"].list { entry throws(SummaryError) in
      let match = try entry["match"].text
      return Suppression(
        expiredOnLine: try entry["line"].number, match: match == "*" ? nil : match, owner: try entry["owner"].text,
        expires: try entry["expires"].day)
    }
    summary.suppressed = suppressed
  }

  private static func readTiming(_ place: SummaryPlace, into summary: inout RunSummary) throws(SummaryError) {
    summary.timing.started = try place["started"].text
    summary.timing.ended = try place["ended"].text
    summary.timing.elapsedMilliseconds = try place["elapsed_milliseconds"].number
    summary.timing.peakMemoryBytes = try place["peak_memory_bytes"].number
  }
}
