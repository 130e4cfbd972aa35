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
  ///   - entries: in input order.
  ///   - voids: what void rows of the encounter take back.
  init(_ entries: [MAREntry], voids: [EventTag.Version] = []) {
    let needsLooking = !voids.isEmpty || entries.contains { $0.tag.isEvent || $0.tag.version != nil }
    guard needsLooking else {
      rows = entries.map(\.row)
      return
    }
    rows = []
    let valid = entries.filter { entry in !voids.contains { $0.takesBack(entry.tag.version) } }
    let current = Corrections.latest(of: valid)
    if valid.count < entries.count { excluded[.void] = entries.count - valid.count }
    if current.count < valid.count { excluded[.replaced] = valid.count - current.count }
    for order in EventGroups.orders(of: current) { assemble(order) }
    rows.sort { $0.source < $1.source }
  }

  private mutating func assemble(_ entries: [MAREntry]) {
    let events = entries.filter { $0.tag.isEvent && $0.time != nil }
    // Where stops have a column, a begin alone is a row whose stop nobody wrote down.
    guard events.contains(where: { $0.tag.isInLog || $0.tag.meaning != .begin }) else {
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
