/// A stretch of time, half-open: the minute of `start` belongs to it, the minute of `stop` does not.
@usableFromInline package struct Interval: Hashable, Sendable {
  @usableFromInline package let start: ClockTime
  @usableFromInline package let stop: ClockTime

  /// An interval whose stop is not before its start; it may be empty.
  package init(_ start: ClockTime, _ stop: ClockTime) {
    precondition(start <= stop, "an interval cannot end before it starts")
    self.start = start
    self.stop = stop
  }

  @inlinable package var minutes: Int { stop.minutes(since: start) }
  @inlinable package var isEmpty: Bool { start == stop }

  package func overlaps(_ other: Interval) -> Bool {
    max(start, other.start) < min(stop, other.stop)
  }
}

/// A set of minutes.
///
/// Shape: disjoint, non-empty intervals sorted by start; intervals that touch are joined.
package struct IntervalSet: Hashable, Sendable {
  package private(set) var intervals: [Interval] = []

  package init() {}

  package init(_ interval: Interval) {
    if !interval.isEmpty { intervals = [interval] }
  }

  package init(_ intervals: [Interval]) {
    for interval in intervals.inOrder(by: { $0.start < $1.start }) where !interval.isEmpty {
      if let last = self.intervals.last, interval.start <= last.stop {
        self.intervals[self.intervals.count - 1] = Interval(last.start, max(last.stop, interval.stop))
      } else {
        self.intervals.append(interval)
      }
    }
  }

  package var minutes: Int { intervals.reduce(0) { $0 + $1.minutes } }
  package var isEmpty: Bool { intervals.isEmpty }

  package func union(_ other: IntervalSet) -> IntervalSet {
    if other.isEmpty { return self }
    if isEmpty { return other }
    return IntervalSet(intervals + other.intervals)
  }

  /// Adds the minutes of another set; those behind all of this one cost no more than their own number.
  package mutating func formUnion(_ other: IntervalSet) {
    guard let last = intervals.last, let next = other.intervals.first, last.stop < next.start else {
      self = union(other)
      return
    }
    intervals += other.intervals
  }

  /// Whether a minute of this set is in `other` too.
  package func overlaps(_ other: IntervalSet) -> Bool {
    for interval in intervals {
      for another in other.intervals where interval.overlaps(another) { return true }
    }
    return false
  }

  /// The minutes of this set that are not in `other`.
  package func subtracting(_ other: IntervalSet) -> IntervalSet {
    guard let first = intervals.first, let last = intervals.last, let otherFirst = other.intervals.first,
      let otherLast = other.intervals.last, otherFirst.start < last.stop, first.start < otherLast.stop
    else { return self }
    var left = IntervalSet()
    for interval in intervals {
      var start = interval.start
      for hole in other.intervals where hole.stop > start && hole.start < interval.stop {
        if hole.start > start { left.intervals.append(Interval(start, hole.start)) }
        start = max(start, hole.stop)
      }
      if start < interval.stop { left.intervals.append(Interval(start, interval.stop)) }
    }
    return left
  }
}
