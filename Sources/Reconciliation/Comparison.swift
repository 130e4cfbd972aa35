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
    var cells: [CellKey: ComparedLine] = [:]
    for (place, charge) in charges.enumerated() {
      let key = CellKey(charge)
      cells[key, default: key.line].suggest(charge, place: place)
    }
    for net in dated(billed, by: cells.mapValues(\.suggestedUnits)) {
      let key = CellKey(net)
      cells[key, default: key.line].billed.append(net)
    }
    return cells.values.sorted(by: ComparedLine.isBefore)
  }

  private mutating func settleUnits() {
    for place in lines.indices where lines[place].excess != 0 {
      let line = lines[place]
      lines[place].status =
        if line.excess < 0 {
          line.billedUnits == 0 ? .missing : .unitsLow
        } else {
          line.suggestedUnits == 0 ? .unsupported : .unitsHigh
        }
    }
  }
}

/// What suggested and billed units must share to stand on one line.
struct CellKey: Hashable {
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

  var line: ComparedLine { ComparedLine(code: code, date: date, isDistinct: isDistinct) }
}

extension ComparedLine {
  fileprivate mutating func suggest(_ charge: ExpectedCharge, place: Int) {
    charges.append(place)
    suggestedUnits += charge.units
    suggestedModifiers = merged([suggestedModifiers, charge.modifiers])
  }
}
