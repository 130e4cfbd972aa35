import Infusion

extension Comparison {
  /// Nets reversals with the same code on another day or with other modifiers.
  ///
  /// What is billed beyond the record goes first, and the closest; what finds no charge comes back as lines of its own,
  /// to be looked at.
  mutating func applyReversals(_ reversals: [BilledNet]) -> [ComparedLine] {
    reversals.compactMap { reversal in
      let places = lines.indices.filter { lines[$0].code == reversal.code }
        .sorted { distance(of: reversal, to: $0) < distance(of: reversal, to: $1) }
      var left = -reversal.units
      for place in places { left -= lines[place].takeBack(min(left, lines[place].excess), by: reversal) }
      for place in places { left -= lines[place].takeBack(min(left, lines[place].billedUnits), by: reversal) }
      guard left > 0 else { return nil }
      var line = CellKey(reversal).line
      line.billed = [reversal.part(-left, on: reversal.date)]
      line.status = .review
      return line
    }
  }

  /// Ties each net of which nothing stands to the missing code of its day, else of the encounter.
  mutating func recall(_ reversed: [BilledNet]) {
    for net in reversed {
      let places = lines.indices.filter { lines[$0].code == net.code && lines[$0].status == .missing }
      if let place = places.first(where: { lines[$0].date == net.date }) ?? places.first {
        lines[place].reversed.append(net)
      }
    }
  }

  private func distance(of reversal: BilledNet, to place: Int) -> (Int, Int, Int) {
    let line = lines[place]
    return (line.date == reversal.date ? 0 : 1, line.isDistinct == reversal.isDistinct ? 0 : 1, place)
  }
}

extension ComparedLine {
  /// The units that are gone.
  fileprivate mutating func takeBack(_ units: Int, by reversal: BilledNet) -> Int {
    guard units > 0 else { return 0 }
    let taken = BilledNet.take(units, outOf: &billed)
    reversed += taken.map { $0.part(0, on: $0.date) } + [reversal.part(0, on: reversal.date)]
    return units
  }
}
