import Infusion

/// Billed lines of one date, code and set of identity modifiers, reversals applied (output section 2).
///
/// An object, since comparing and every check hand it on.
final class BilledNet: Sendable {
  let code: ProcedureCode
  let role: CodeRole
  /// Nil when no line of it has a date.
  let date: CivilDate?
  /// Modifiers that keep lines apart, sorted.
  let identity: [Modifier]
  /// The other modifiers of its lines, sorted; not judged.
  let others: [Modifier]
  /// Negative when more was reversed than billed, 0 when nothing of it stands.
  let units: Int
  /// The most units that lines with one set of modifiers have.
  let mostOfALine: Int
  /// Its lines, sorted.
  let rows: [SourceRow]
  /// Whether a line of it has units at all.
  let everHadUnits: Bool
  /// Why its code may not be reported on its day, if so.
  let inactivity: Inactivity?

  init(
    code: ProcedureCode, role: CodeRole, date: CivilDate?, identity: [Modifier], others: [Modifier], units: Int,
    mostOfALine: Int, rows: [SourceRow], everHadUnits: Bool, inactivity: Inactivity?
  ) {
    self.code = code
    self.role = role
    self.date = date
    self.identity = identity
    self.others = others
    self.units = units
    self.mostOfALine = mostOfALine
    self.rows = rows
    self.everHadUnits = everHadUnits
    self.inactivity = inactivity
  }

  var isDistinct: Bool { !identity.isEmpty }
  var modifiers: [Modifier] {
    if others.isEmpty { return identity }
    return identity.isEmpty ? others : (identity + others).sorted()
  }
  /// `96365-59`.
  var name: String { ([code.description] + identity.map(\.description)).joined(separator: "-") }

  func part(_ units: Int, on date: CivilDate?) -> BilledNet {
    BilledNet(
      code: code, role: role, date: date, identity: identity, others: others, units: units, mostOfALine: mostOfALine,
      rows: rows, everHadUnits: everHadUnits, inactivity: inactivity)
  }

  /// This net and more of the same key.
  func with(_ other: BilledNet) -> BilledNet {
    BilledNet(
      code: code, role: role, date: date, identity: identity, others: others, units: units + other.units,
      mostOfALine: max(mostOfALine, other.mostOfALine), rows: merged([rows, other.rows]), everHadUnits: everHadUnits,
      inactivity: inactivity)
  }

  /// Takes units out of the nets, the first first.
  static func take(_ units: Int, outOf nets: inout [BilledNet]) -> [BilledNet] {
    var left = units
    var taken: [BilledNet] = []
    for place in nets.indices where left > 0 {
      let share = min(left, nets[place].units)
      taken.append(nets[place].part(share, on: nets[place].date))
      nets[place] = nets[place].part(nets[place].units - share, on: nets[place].date)
      left -= share
    }
    nets.removeAll { $0.units == 0 }
    return taken
  }
}
