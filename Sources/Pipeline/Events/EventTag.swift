import CSV
import CodeTables
import Infusion

/// What a row of a MAR says as an entry of an event log (input section 4), and by what it is known.
///
/// Ids are kept as fingerprints: entries are only ever asked whether two are the same.
struct EventTag: Sendable {
  var meaning: ActionWord
  /// Whether the row tells one moment of an infusion; false for one that stands for itself.
  var isEvent: Bool
  /// Whether the file has no column for a stop, so that every begin waits for an event that ends it.
  var isInLog: Bool
  /// Nil where the row names none.
  var bag: RowFingerprint?
  var order: RowFingerprint?
  /// Bag, else order.
  var container: RowFingerprint? { bag ?? order }
  var rate: Rate?
  /// The second of two moments at which the clocks showed the event's time; nil where they showed it once.
  var secondRound: ClockTime?
  /// The event's time on the day after, where its own day is not written down; else nil.
  var nextDay: ClockTime?
  /// Whether its time is by the clock on the wall of a place whose zone is not known.
  var isByUnknownClocks = false
  var version: Version?

  /// Which entry the row is a version of; nil ids mean that the export names none.
  struct Version: Sendable {
    var eventID: RowFingerprint?
    var savedAt: ClockTime?
  }

  /// Whether it is an event that other entries may complete.
  ///
  /// Where stops have a column, a begin alone is a row whose stop nobody wrote down.
  var needsOthers: Bool { isEvent && (isInLog || meaning != .begin) }

  /// What the entry says of the flow; nil when it says nothing.
  enum Rate: Sendable {
    case none, some
  }
}

/// A row as read, before the events of its encounter are put together.
struct MAREntry: Sendable {
  var row: MARRow
  let tag: EventTag

  /// When it happened; nil for a row without a time of its own.
  var time: ClockTime? { row.start ?? row.stop }
  /// Whether it holds an interval of its own.
  var interval: Interval? {
    guard !tag.isEvent, row.isGiven, let start = row.start, let stop = row.stop, start <= stop else { return nil }
    return Interval(start, stop)
  }
}
