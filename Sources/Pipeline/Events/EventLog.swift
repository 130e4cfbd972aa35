import CodeTables
import Infusion

/// Puts the entries of one encounter together: events become rows, what was taken back or replaced goes.
///
/// A pure function of the entries. Their order matters only among events of one order that happened in one minute and
/// whose sense does not settle which came first.
struct EventLog {
  /// In input order by their first entry.
  private(set) var rows: [MARRow]
  /// Entries that are left out, by reason.
  private(set) var excluded: [SetAsideRow.Reason: Int] = [:]
  /// Rows that end, or go on with, what no entry begins (input IN-32).
  private(set) var rowsWithoutBegin = 0

  /// - Parameters:
  ///   - entries: the rows as read, in input order.
  ///   - tags: what each of them says beside the others.
  ///   - voids: what void rows of the encounter take back.
  init(_ entries: [MARRow], _ tags: [EventTag], voids: [EventTag.Version] = []) {
    guard !voids.isEmpty || tags.contains(where: { $0.needsOthers || $0.version != nil }) else {
      rows = entries
      if tags.contains(where: \.isEvent) { putInOrder() }
      return
    }
    rows = []
    let entries = zip(entries, tags).map { MAREntry(row: $0, tag: $1) }
    let valid = entries.filter { entry in !voids.contains { $0.takesBack(entry.tag.version) } }
    let current = Corrections.latest(of: valid)
    if valid.count < entries.count { excluded[.void] = entries.count - valid.count }
    if current.count < valid.count { excluded[.replaced] = valid.count - current.count }
    for order in EventGroups.orders(of: current) { assemble(order) }
    putInOrder()
  }

  /// Most often they are, and nothing is copied.
  private mutating func putInOrder() {
    let isInOrder = rows.indices.dropFirst().allSatisfy { rows[$0 - 1].source < rows[$0].source }
    if !isInOrder { rows.sort { $0.source < $1.source } }
  }

  private mutating func assemble(_ entries: [MAREntry]) {
    let events = entries.filter { $0.tag.isEvent && $0.time != nil }
    guard events.contains(where: \.tag.needsOthers) else {
      rows += entries.map(\.row)
      return
    }
    rows += entries.filter { ($0.tag.isEvent ? $0.time : $0.interval?.start) == nil }.map(\.row)
    let log = EventReadings.log(of: events, intervals: entries.filter { $0.interval != nil })
    rows += Self.doubted(log.rows, events) + log.intervals.map(\.row)
    rowsWithoutBegin += log.rowsWithoutBegin
  }
}

extension EventLog {
  /// The rows, those noted over which clocks may have changed that nobody knows.
  private static func doubted(_ rows: [MARRow], _ events: [MAREntry]) -> [MARRow] {
    guard events.contains(where: \.tag.isByUnknownClocks) else { return rows }
    return rows.map { row in
      guard let start = row.start, let stop = row.stop, FileClocks.mayChange(from: start, to: stop) else { return row }
      var doubted = row
      doubted.facts.insert(.clockChangeHidden)
      return doubted
    }
  }
}

extension EventTag.Version {
  /// Whether a void row of this version takes the other one back: what was saved after it stands.
  fileprivate func takesBack(_ other: EventTag.Version?) -> Bool {
    guard let eventID, let other, other.eventID == eventID else { return false }
    guard let savedAt, let otherSaved = other.savedAt else { return true }
    return otherSaved <= savedAt
  }
}
