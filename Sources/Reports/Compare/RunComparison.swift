import Infusion
import Pipeline
import Reconciliation

/// The findings of two runs: what is new, resolved, still open, changed.
///
/// Findings are the same when they are on the same encounter, day and code, told apart by 59 and its narrower forms, and
/// where they name no code by their reason. Matches, and rows that are rightly not coded, are open in neither run. The
/// older file's open findings are held in memory; the newer one's pass by.
package struct RunComparison {
  /// What became of a finding; raw values stand in the table.
  package enum Change: String, CaseIterable, Sendable {
    case new, resolved
    case stillOpen = "still_open"
    case changed
  }

  /// How many, and what they are worth.
  package struct Count: Equatable, Sendable {
    package internal(set) var findings = 0
    /// Supported and not billed.
    package internal(set) var under = ExactDecimal.zero
    /// Billed and not supported.
    package internal(set) var over = ExactDecimal.zero
  }

  /// One finding of either run, or of both.
  package struct Row: Sendable {
    let change: Change
    /// Nil when it is new.
    let before: ComparedFinding?
    /// Nil when it is resolved.
    let after: ComparedFinding?
  }

  package private(set) var counts: [Change: Count] = [:]
  /// By the first reason of each finding.
  private(set) var reasons: [Change: [String: Int]] = [:]
  /// Resolved findings whose encounter the newer file does not name at all.
  private(set) var resolvedWithoutEncounter = 0

  private var open = OpenFindings()
  /// Encounters with open findings that the newer file has not named yet.
  private var unnamed: Set<String> = []
  /// Open findings of the encounter that the newer file is at.
  private var waiting: [ComparedFinding] = []

  package init() {}

  /// Compares, and hands on every finding that is open in either run: in the order of the newer file, then what is
  /// resolved, in that of the older.
  ///
  /// - Throws: `FindingsFileError`, and what reading and writing throw.
  package mutating func compare(
    _ old: FindingsReader, with new: FindingsReader, write: (Row) throws -> Void
  ) throws {
    while let finding = try old.next() {
      guard finding.isOpen else { continue }
      open.add(finding)
      unnamed.insert(finding[.encounter])
    }
    while let finding = try new.next() {
      if let first = waiting.first, first[.encounter] != finding[.encounter] { try settle(write) }
      unnamed.remove(finding[.encounter])
      if finding.isOpen { waiting.append(finding) }
    }
    try settle(write)
    for finding in open.unmet {
      if unnamed.contains(finding[.encounter]) { resolvedWithoutEncounter += 1 }
      try put(Row(change: .resolved, before: finding, after: nil), write)
    }
  }

  /// Meets the findings of one encounter with those of the older run: first what did not change, so that it is not taken
  /// by what did.
  private mutating func settle(_ write: (Row) throws -> Void) throws {
    var before = waiting.map { open.meet($0, isExact: true) }
    for (place, finding) in waiting.enumerated() where before[place] == nil {
      before[place] = open.meet(finding, isExact: false)
    }
    for (finding, old) in zip(waiting, before) {
      let change: Change = old.map { finding.changes(from: $0).isEmpty ? .stillOpen : .changed } ?? .new
      try put(Row(change: change, before: old, after: finding), write)
    }
    waiting = []
  }

  private mutating func put(_ row: Row, _ write: (Row) throws -> Void) throws {
    guard let finding = row.after ?? row.before else { return }
    let amount = finding.amount ?? .zero
    var count = counts[row.change] ?? Count()
    count.findings += 1
    if finding.status?.isUnder == true { count.under = count.under + amount }
    if finding.status?.isOver == true { count.over = count.over - amount }
    counts[row.change] = count
    let reason = finding[.reasonCode].prefix { $0 != ";" }
    reasons[row.change, default: [:]][reason.isEmpty ? finding[.status] : String(reason), default: 0] += 1
    try write(row)
  }
}
