import Infusion

extension Comparison {
  /// Units of a day that carry the wrong identity modifiers change sides: the smaller of surplus and need.
  mutating func settleModifiers() {
    move(as: .modifier) { $0.date == $1.date }
  }

  /// Units that stand on another day than documented, those with the right modifiers first.
  mutating func settleDates() {
    move(as: .date) { $0.isDistinct == $1.isDistinct }
    move(as: .date) { _, _ in true }
  }

  private mutating func move(
    as status: Finding.Status, where fits: (_ short: ComparedLine, _ long: ComparedLine) -> Bool
  ) {
    guard lines.contains(where: { $0.excess < 0 }), lines.contains(where: { $0.excess > 0 }) else { return }
    for places in Dictionary(grouping: lines.indices, by: { lines[$0].code }).values where places.count > 1 {
      for short in places {
        for long in places where lines[short].excess < 0 && lines[long].excess > 0 && fits(lines[short], lines[long]) {
          let units = min(lines[long].excess, -lines[short].excess)
          lines[short].moved += BilledNet.take(units, outOf: &lines[long].billed)
          lines[short].status = status
        }
      }
    }
  }

  /// Keeps units that only stand in another place apart from those that were not billed at all.
  mutating func splitShortLines() {
    for place in lines.indices where lines[place].excess < 0 && !lines[place].moved.isEmpty {
      lines.append(lines[place].splitMoved())
    }
  }
}

extension ComparedLine {
  fileprivate mutating func splitMoved() -> ComparedLine {
    unitsBeforeSplit = suggestedUnits
    var apart = self
    apart.billed = []
    apart.suggestedUnits = moved.units
    suggestedUnits -= moved.units
    moved = []
    return apart
  }
}
