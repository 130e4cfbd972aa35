import Pipeline
import Reconciliation

/// What a pass came to.
package struct PassReport: Sendable {
  package var done = 0
  package var failed = 0
  package var duplicates = 0
  package var waiting = 0
  /// Of all drops of the pass.
  package var rowsRead = 0
  package var rowsRejected = 0
  package var findings: [String: Int] = [:]
  package private(set) var exitCode: Int32 = 0

  /// From good to bad: the worst of a pass is its exit code, and what a person must repair goes before what waits.
  private static let order: [Int32] = [0, 3, 4, 75, 65, 66, 70, 78, 73, 74]

  mutating func add(exitCode code: Int32) {
    let rank = { (code: Int32) in Self.order.firstIndex(of: code) ?? Self.order.count }
    if rank(code) > rank(exitCode) { exitCode = code }
  }

  mutating func add(_ summary: RunSummary) {
    done += 1
    rowsRead += summary.rows.read + summary.chargeLines.read
    rowsRejected += summary.rows.rejectedTotal + summary.chargeLines.rejectedTotal
    for (status, count) in summary.findingsByStatus { findings[status.rawValue, default: 0] += count }
  }

  /// Whether the pass did what it was to do: results were judged, perhaps, but nothing failed and nothing waits.
  package var isSuccess: Bool { [0, 3, 4].contains(exitCode) }
}
