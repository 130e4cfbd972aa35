import Coding
import Infusion

/// The order of findings in their encounter (output section 1): day (none last), family, initial before add-on, code
/// (none last), modifiers, then what tells equal lines apart.
struct ListingOrder {
  private let findings: [Finding]
  /// What the code of each finding says of its place; nil without a code.
  private let places: [ListingPlace?]

  private init(_ findings: [Finding], _ roles: CodeRoles) {
    self.findings = findings
    places = findings.indices.map { findings[$0].code.map(roles.place) }
  }

  /// The findings of an encounter in the order of the listing.
  static func sorted(_ findings: [Finding], roles: CodeRoles) -> [Finding] {
    guard findings.count > 1 else { return findings }
    let order = ListingOrder(findings, roles)
    guard findings.indices.dropFirst().contains(where: { order.lists($0, before: $0 - 1) }) else { return findings }
    return findings.indices.sorted { order.lists($0, before: $1) }.map { findings[$0] }
  }

  // Findings are wide: they are compared where they stand.
  private func lists(_ left: Int, before right: Int) -> Bool {
    let (day, otherDay) = (findings[left].serviceDate, findings[right].serviceDate)
    if day != otherDay { return isEarlier(day, otherDay) }
    if places[left] != places[right] {
      guard let one = places[left] else { return false }
      guard let other = places[right] else { return true }
      return one < other
    }
    let (modifiers, otherModifiers) = (modifiers(at: left), modifiers(at: right))
    if modifiers != otherModifiers { return modifiers.lexicographicallyPrecedes(otherModifiers) }
    let (status, otherStatus) = (findings[left].status, findings[right].status)
    if status != otherStatus { return status.rawValue < otherStatus.rawValue }
    let (bill, otherBill) = (findings[left].chargeRows, findings[right].chargeRows)
    if bill != otherBill { return bill.lexicographicallyPrecedes(otherBill) }
    return findings[left].recordRows.lexicographicallyPrecedes(findings[right].recordRows)
  }

  /// Suggested modifiers, or the billed ones where nothing is suggested.
  private func modifiers(at place: Int) -> [Modifier] {
    if findings[place].suggestedUnits == nil { return findings[place].billedModifiers }
    return findings[place].suggestedModifiers
  }
}
