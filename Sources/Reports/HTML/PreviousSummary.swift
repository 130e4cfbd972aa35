import Infusion

/// The key figures of an earlier run, from its summary (output section 5), also one that an earlier version wrote.
package struct PreviousSummary: Sendable {
  let encounters: Int
  let matchingEncounters: Int
  let findingsByStatus: [String: Int]
  /// Rows of the record and charge lines.
  let rowsRejected: Int
  /// Nil where that run had no fee schedule.
  let under: ExactDecimal?
  let over: ExactDecimal?

  /// - Parameter file: its name, for messages.
  package init(_ bytes: [UInt8], file: String) throws(SummaryError) {
    let root = try SummaryPlace(bytes, file: file)
    encounters = try root["encounters"]["total"].number
    matchingEncounters = try root["encounters"]["by_status"].counts["match"] ?? 0
    findingsByStatus = try root["findings"]["by_status"].counts
    let rows = try root["rows"]["rejected"]["total"].number
    rowsRejected = try rows + (root.member("charge_lines")?["rejected"]["total"].number ?? 0)
    under = try root["amounts"].member("under")?.decimal
    over = try root["amounts"].member("over")?.decimal
  }
}
