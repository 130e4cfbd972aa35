import Pipeline
import Reconciliation

/// What the results of one drop came to, kept in its plan: a pass that ends after the results are out is judged by the
/// next.
struct DropFigures: Codable, Sendable {
  /// 0, 3 or 4.
  var exitCode: Int32 = 0
  var rowsRead = 0
  var rowsRejected = 0
  /// By status.
  var findings: [String: Int] = [:]

  init() {}

  init(_ summary: RunSummary, exitCode: Int32) {
    self.exitCode = exitCode
    rowsRead = summary.rows.read + summary.chargeLines.read
    rowsRejected = summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal
    for (status, count) in summary.findingsByStatus { findings[status.rawValue] = count }
  }
}
