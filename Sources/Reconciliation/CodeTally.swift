import Coding
import Infusion

/// Codes and units in listing order: `96413 x1; 96365-59 x1`.
struct CodeTally {
  private var units: [Key: Int] = [:]

  private struct Key: Hashable {
    let code: ProcedureCode
    let identity: [Modifier]
  }

  init(_ charges: [ExpectedCharge]) {
    for charge in charges { add(charge.code, charge.modifiers, units: charge.units) }
  }

  init(_ nets: [BilledNet]) {
    for net in nets { add(net.code, net.identity, units: net.units) }
  }

  private mutating func add(_ code: ProcedureCode, _ modifiers: [Modifier], units more: Int) {
    let identity = Set(modifiers.filter(\.marksDistinctService)).sorted()
    units[Key(code: code, identity: identity), default: 0] += more
  }

  func text(roles: CodeRoles) -> String {
    let order = units.filter { $0.value != 0 }.map {
      (place: roles.place(of: $0.code), identity: $0.identity, units: $1)
    }.sorted {
      $0.place == $1.place ? $0.identity.lexicographicallyPrecedes($1.identity) : $0.place < $1.place
    }
    return order.map { entry in
      let name = ([entry.place.code.description] + entry.identity.map(\.description)).joined(separator: "-")
      return "\(name) x\(entry.units)"
    }.joined(separator: "; ")
  }
}
