import Coding
import Infusion

/// Matches what is suggested with what was billed, code by code: same day and modifiers first, then other modifiers, then other days; what is left is missing or unsupported, wholly or in part.
struct Comparison {
  /// Settled lines; none is empty.
  ///
  /// Those of a code stand together unless units were split off; reversals that belong to no charge come last.
  var lines: [ComparedLine]

  /// - Parameter reversed: nets of which nothing stands, to say so where their code is missing.
  init(_ documentation: Documentation, billed: [BilledNet], reversed: [BilledNet]) {
    lines = Self.sameDayAndModifiers(documentation.derivation.charges, billed.filter { $0.units > 0 })
    acceptPairModifiers(documentation)
    settleModifiers()
    settleDates()
    splitShortLines()
    lines.removeAll(where: \.isEmpty)
    settleUnits()
    recall(reversed)
    lines += Self.unmatched(billed.filter { $0.units < 0 })
  }

  private static func sameDayAndModifiers(_ charges: [ExpectedCharge], _ billed: [BilledNet]) -> [ComparedLine] {
    var lines: [ComparedLine] = []
    lines.reserveCapacity(charges.count + billed.count)
    for (place, charge) in charges.enumerated() {
      lines[Self.place(of: CellKey(charge), in: &lines)].suggest(charge, place)
    }
    for net in dated(billed, by: lines) { lines[Self.place(of: CellKey(net), in: &lines)].billed.append(net) }
    return lines
  }

  /// Where the line of a key stands, which is put there if there is none.
  ///
  /// - Parameter lines: sorted by key.
  private static func place(of key: CellKey, in lines: inout [ComparedLine]) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if CellKey(lines[middle]) < key { low = middle + 1 } else { high = middle }
    }
    if low == lines.count {
      // The usual place; putting something between others takes a longer way.
      lines.append(key.line)
    } else if CellKey(lines[low]) != key {
      lines.insert(key.line, at: low)
    }
    return low
  }

  private mutating func settleUnits() {
    for place in lines.indices {
      let excess = lines[place].excess
      if excess < 0 {
        lines[place].status = lines[place].billedUnits == 0 ? .missing : .unitsLow
      } else if excess > 0 {
        lines[place].status = lines[place].suggestedUnits == 0 ? .unsupported : .unitsHigh
      }
    }
  }
}

/// What suggested and billed units must share to stand on one line.
///
/// In the order of lines: by code, then date (none last), then bare before distinct.
struct CellKey: Hashable, Comparable {
  let code: ProcedureCode
  let date: CivilDate?
  let isDistinct: Bool

  init(_ charge: ExpectedCharge) {
    code = charge.code
    date = charge.serviceDate
    isDistinct = charge.modifiers.contains(where: \.marksDistinctService)
  }

  init(_ net: BilledNet) {
    code = net.code
    date = net.date
    isDistinct = net.isDistinct
  }

  init(_ line: ComparedLine) {
    (code, date, isDistinct) = (line.code, line.date, line.isDistinct)
  }

  static func < (left: CellKey, right: CellKey) -> Bool {
    if left.code != right.code { return left.code < right.code }
    if left.date != right.date { return isEarlier(left.date, right.date) }
    return !left.isDistinct && right.isDistinct
  }

  var line: ComparedLine { ComparedLine(code: code, date: date, isDistinct: isDistinct) }
}

extension ComparedLine {
  /// - Parameter place: where the charge stands among those of the derivation.
  fileprivate mutating func suggest(_ charge: ExpectedCharge, _ place: Int) {
    charges.append(place)
    suggestedUnits += charge.units
    suggestedModifiers = charges.count == 1 ? charge.modifiers : merged([suggestedModifiers, charge.modifiers])
  }
}
