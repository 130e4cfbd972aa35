/// How the clocks of a place stand to absolute time, as a table: from which moment on, so many minutes east.
///
/// A value that is filled in elsewhere: this module knows no zone by name.
package struct ClockZone: Hashable, Sendable {
  /// A moment from which the clocks stand `offsetMinutes` east of absolute time.
  package struct Change: Hashable, Sendable {
    package let absoluteMinutes: Int32
    package let offsetMinutes: Int16

    package init(absoluteMinutes: Int32, offsetMinutes: Int16) {
      self.absoluteMinutes = absoluteMinutes
      self.offsetMinutes = offsetMinutes
    }
  }

  /// What a clock that shows a time can mean.
  package enum Reading: Hashable, Sendable {
    /// One moment.
    case once(offset: Int)
    /// None: the clocks were put forward over it. The offsets before and after the change.
    case skipped(before: Int, after: Int)
    /// Two: the clocks were put back over it. The offsets of the first and the second of them.
    case twice(first: Int, second: Int)
  }

  /// As the user names it, such as `America/New_York`.
  package let name: String
  /// Before the first change.
  private let firstOffset: Int
  /// Sorted by moment; the changes lie further apart than any of them moves the clocks.
  private let changes: [Change]

  package init(name: String, firstOffset: Int, changes: [Change] = []) {
    self.name = name
    self.firstOffset = firstOffset
    self.changes = changes
  }

  /// Minutes east at a moment.
  package func offset(at absoluteMinutes: Int32) -> Int {
    offset(before: count { $0.absoluteMinutes <= absoluteMinutes })
  }

  /// What the clocks mean when they show this many minutes since 1970-01-01T00:00 of their own.
  package func reading(localMinutes: Int) -> Reading {
    // Changes whose later side alone can show the time; the next one is the only other that matters.
    let past = count { Int($0.absoluteMinutes) + max(offset(before: $1), Int($0.offsetMinutes)) <= localMinutes }
    let before = offset(before: past)
    guard past < changes.count else { return .once(offset: before) }
    let after = Int(changes[past].offsetMinutes)
    guard localMinutes >= Int(changes[past].absoluteMinutes) + min(before, after) else { return .once(offset: before) }
    return before < after ? .skipped(before: before, after: after) : .twice(first: before, second: after)
  }

  /// Whether the clocks mean one moment by everything that they show from one time to a later one, with one offset.
  ///
  /// Both in minutes since 1970-01-01T00:00 of their own.
  package func isSteady(fromLocal start: Int, toLocal stop: Int) -> Bool {
    let past = count { Int($0.absoluteMinutes) + max(offset(before: $1), Int($0.offsetMinutes)) <= start }
    guard past < changes.count else { return true }
    let next = changes[past]
    return stop < Int(next.absoluteMinutes) + min(offset(before: past), Int(next.offsetMinutes))
  }

  /// The offset that the change at `place` ends.
  private func offset(before place: Int) -> Int {
    place == 0 ? firstOffset : Int(changes[place - 1].offsetMinutes)
  }

  /// How many changes satisfy a condition that holds for the first ones only.
  private func count(where holds: (Change, Int) -> Bool) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if holds(changes[middle], middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func count(where holds: (Change) -> Bool) -> Int { count { change, _ in holds(change) } }
}
