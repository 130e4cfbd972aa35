/// Days from the first to the last, counted from 1970, on which something was done; none before one is added.
struct DaySpan: Equatable, Sendable {
  private(set) var first = Int32.max
  private(set) var last = Int32.min

  /// nil when there is none.
  var range: ClosedRange<Int32>? { first <= last ? first...last : nil }

  mutating func add(_ day: Int32) { (first, last) = (min(first, day), max(last, day)) }

  mutating func add(_ other: DaySpan) { (first, last) = (min(first, other.first), max(last, other.last)) }

  /// Whether a day is in both.
  func meets(_ other: DaySpan) -> Bool {
    max(first, other.first) <= min(last, other.last) && range != nil && other.range != nil
  }
}
