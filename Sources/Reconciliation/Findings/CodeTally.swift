import Coding
import Infusion

/// Codes and units in listing order: `96413 x1; 96365-59 x1`.
struct CodeTally {
  private var entries: [Entry] = []

  private struct Entry: Comparable {
    let place: ListingPlace
    let identity: [Modifier]
    var units: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.place == right.place ? left.identity.lexicographicallyPrecedes(right.identity) : left.place < right.place
    }
  }

  init(_ charges: [ExpectedCharge], roles: CodeRoles) {
    entries.reserveCapacity(charges.count)
    for charge in charges { add(roles.place(of: charge.code), charge.modifiers.settingApart, units: charge.units) }
  }

  init(_ nets: [BilledNet]) {
    entries.reserveCapacity(nets.count)
    for net in nets { add(net.role.place, net.identity, units: net.units) }
  }

  private mutating func add(_ code: ListingPlace, _ identity: [Modifier], units: Int) {
    if let place = entries.firstIndex(where: { $0.place.code == code.code && $0.identity == identity }) {
      entries[place].units += units
    } else {
      entries.append(Entry(place: code, identity: identity, units: units))
    }
  }

  var text: String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(16 * entries.count)
    for entry in entries.inOrder(by: <) where entry.units != 0 {
      if !utf8.isEmpty {
        utf8.append(UInt8(ascii: ";"))
        utf8.append(UInt8(ascii: " "))
      }
      entry.place.code.write(to: &utf8)
      for modifier in entry.identity {
        utf8.append(UInt8(ascii: "-"))
        modifier.write(to: &utf8)
      }
      utf8.append(UInt8(ascii: " "))
      utf8.append(UInt8(ascii: "x"))
      utf8.append(decimal: entry.units)
    }
    return String(decoding: utf8, as: UTF8.self)
  }
}
