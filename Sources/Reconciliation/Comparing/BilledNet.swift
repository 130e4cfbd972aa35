import Infusion

/// Billed lines of one date, code and set of identity modifiers, reversals applied (output section 2).
struct BilledNet {
  let code: ProcedureCode
  let role: CodeRole
  /// Nil when no line of it has a date.
  var date: CivilDate?
  /// Modifiers that keep lines apart, sorted.
  let identity: [Modifier]
  /// The other modifiers of its lines, sorted; not judged.
  let others: [Modifier]
  /// Negative when more was reversed than billed, 0 when nothing of it stands.
  var units: Int
  /// The most units that lines with one set of modifiers have.
  var mostOfALine: Int
  /// Its lines, sorted.
  var rows: [SourceRow]
  /// Whether a line of it has units at all.
  let everHadUnits: Bool
  /// Why its code may not be reported on its day, if so.
  let inactivity: Inactivity?

  var isDistinct: Bool { !identity.isEmpty }
  var modifiers: [Modifier] {
    if others.isEmpty { return identity }
    return identity.isEmpty ? others : (identity + others).sorted()
  }
  /// `96365-59`.
  var name: String { ([code.description] + identity.map(\.description)).joined(separator: "-") }

  func part(_ units: Int, on date: CivilDate?) -> BilledNet {
    var part = self
    part.units = units
    part.date = date
    return part
  }

  /// Takes units out of the nets, the first first.
  static func take(_ units: Int, outOf nets: inout [BilledNet]) -> [BilledNet] {
    var left = units
    var taken: [BilledNet] = []
    for place in nets.indices where left > 0 {
      let share = min(left, nets[place].units)
      taken.append(nets[place].part(share, on: nets[place].date))
      nets[place].units -= share
      left -= share
    }
    nets.removeAll { $0.units == 0 }
    return taken
  }
}
