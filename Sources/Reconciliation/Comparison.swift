import Coding
import Infusion

/// Matches what is suggested with what was billed, code by code, in four rounds: same day and modifiers, then other
/// modifiers, then other days; what is left is missing or unsupported, wholly or in part.
struct Comparison {
  /// Settled lines, by code, date, distinctness; none is empty.
  private(set) var lines: [ComparedLine] = []

  init(charges: [ExpectedCharge], billed: [BilledNet]) {
    var cells: [CellKey: ComparedLine] = [:]
    for (place, charge) in charges.enumerated() {
      let key = CellKey(charge)
      cells[key, default: key.line].suggest(charge, place: place)
    }
    for net in dated(billed.filter { $0.units > 0 }, by: cells) {
      let key = CellKey(net)
      var line = cells[key, default: key.line]
      line.billed.append(net)
      line.billedUnits += net.units
      cells[key] = line
    }
    lines = cells.values.sorted(by: ComparedLine.isBefore)
    settleModifiers()
    settleDates()
    settleUnits()
    lines += billed.filter { $0.units < 0 }.map(reversal)
  }

  mutating func setPair(of place: Int, to substitute: Substitute) {
    lines[place].pair = substitute
  }

  /// Equal units of a day, of which some carry the wrong identity modifiers.
  private mutating func settleModifiers() {
    for place in lines.indices.dropLast() {
      let next = place + 1
      guard lines[place].code == lines[next].code, lines[place].date == lines[next].date,
        lines[place].excess != 0, lines[place].excess == -lines[next].excess
      else { continue }
      let (short, long) = lines[place].excess < 0 ? (place, next) : (next, place)
      move(lines[long].excess, from: long, to: short, as: .modifier)
    }
    lines.removeAll(where: \.isEmpty)
  }

  /// Equal units of an encounter, of which some stand on other days.
  private mutating func settleDates() {
    let excesses = Dictionary(grouping: lines.indices, by: { lines[$0].code })
    for places in excesses.values where places.reduce(0, { $0 + lines[$1].excess }) == 0 {
      for short in places {
        for long in places where lines[short].excess < 0 && lines[long].excess > 0 {
          move(min(lines[long].excess, -lines[short].excess), from: long, to: short, as: .date)
        }
      }
    }
    lines.removeAll(where: \.isEmpty)
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

  private mutating func move(_ units: Int, from long: Int, to short: Int, as status: Finding.Status) {
    var source = lines[long]
    lines[short].take(units, from: &source)
    lines[short].status = status
    lines[long] = source
  }

  private func reversal(_ net: BilledNet) -> ComparedLine {
    var line = CellKey(net).line
    line.billed = [net]
    line.billedUnits = net.units
    line.status = .unsupported
    return line
  }
}

/// Gives billed units without a date the days on which their code is suggested and not yet billed, earliest first.
///
/// What is left over joins the first of those days; a code that is suggested on no day stays undated.
private func dated(_ billed: [BilledNet], by cells: [CellKey: ComparedLine]) -> [BilledNet] {
  var need = cells.mapValues(\.suggestedUnits)
  for net in billed where net.date != nil { need[CellKey(net)]? -= net.units }
  return billed.flatMap { net -> [BilledNet] in
    guard net.date == nil else { return [net] }
    let days = days(for: net, among: need.keys)
    guard let first = days.first else { return [net] }
    var parts: [BilledNet] = []
    var left = net.units
    for day in days where left > 0 {
      let units = min(left, max(0, need[day] ?? 0))
      need[day]? -= units
      left -= units
      if units > 0 { parts.append(net.part(units, on: day.date)) }
    }
    return left > 0 ? parts + [net.part(left, on: parts.first?.date ?? first.date)] : parts
  }
}

/// Where the code is suggested, earliest first; other identity modifiers only where there are none with its own.
private func days(for net: BilledNet, among keys: some Sequence<CellKey>) -> [CellKey] {
  let ofCode = keys.filter { $0.code == net.code }.sorted { isEarlier($0.date, $1.date) }
  let alike = ofCode.filter { $0.isDistinct == net.isDistinct }
  return alike.isEmpty ? ofCode : alike
}

/// What suggested and billed units must share to stand on one line.
private struct CellKey: Hashable {
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

extension BilledNet {
  fileprivate func part(_ units: Int, on date: CivilDate?) -> BilledNet {
    var part = self
    part.units = units
    part.date = date
    return part
  }
}

extension ComparedLine {
  fileprivate mutating func suggest(_ charge: ExpectedCharge, place: Int) {
    charges.append(place)
    suggestedUnits += charge.units
    suggestedModifiers = merged([suggestedModifiers, charge.modifiers])
  }
}
