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

  /// Counts a drop whose results are out.
  mutating func add(_ drop: DropFigures) {
    done += 1
    rowsRead += drop.rowsRead
    rowsRejected += drop.rowsRejected
    findings.merge(drop.findings, uniquingKeysWith: +)
    add(exitCode: drop.exitCode)
  }

  /// Whether the pass did what it was to do: results were judged, perhaps, but nothing failed and nothing waits.
  package var isSuccess: Bool { [0, 3, 4].contains(exitCode) }
}
