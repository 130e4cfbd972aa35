import Infusion

/// A moment as a clock showed it: the one that is taken, and the other where a change of clocks leaves two.
///
/// A time that the clocks skipped is taken by the clocks before the change, one that they showed twice is the first
/// (input IN-23).
package struct ClockReading: Equatable, Sendable {
  package let moment: ClockTime
  package var other: ClockTime?
  /// `.clockSkipped`, `.clockTwice`, or none.
  package var facts = RowFacts()

  /// Start and stop as the clocks meant them: the other readings are taken where they alone put both in order.
  package static func ordered(start: ClockReading, stop: ClockReading) -> (start: ClockTime, stop: ClockTime) {
    if start.other == nil, stop.other == nil { return (start.moment, stop.moment) }
    for begin in [start.moment, start.other].compactMap(\.self) {
      for end in [stop.moment, stop.other].compactMap(\.self) where begin <= end { return (begin, end) }
    }
    return (start.moment, stop.moment)
  }
}
