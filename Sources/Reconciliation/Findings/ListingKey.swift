import Coding
import Infusion

/// What decides where a finding stands in its encounter (output section 1): day (none last), family, initial before
/// add-on, code (none last), modifiers, then what tells equal lines apart.
struct ListingKey: Comparable {
  private let date: CivilDate?
  private let place: ListingPlace?
  /// Suggested modifiers, or the billed ones where nothing is suggested.
  private let modifiers: [Modifier]
  private let status: Finding.Status
  private let chargeRows: [SourceRow]
  private let recordRows: [SourceRow]

  /// Of the finding at `index`; the list is handed over and not the finding, which is large to copy.
  private init(_ findings: [Finding], at index: Int, roles: CodeRoles) {
    date = findings[index].serviceDate
    place = findings[index].code.map(roles.place)
    modifiers =
      findings[index].suggestedUnits == nil ? findings[index].billedModifiers : findings[index].suggestedModifiers
    status = findings[index].status
    chargeRows = findings[index].chargeRows
    recordRows = findings[index].recordRows
  }

  /// The findings of an encounter in the order of the listing.
  static func sorted(_ findings: [Finding], roles: CodeRoles) -> [Finding] {
    guard findings.count > 1 else { return findings }
    let keys = findings.indices.map { ListingKey(findings, at: $0, roles: roles) }
    guard keys.indices.dropFirst().contains(where: { keys[$0] < keys[$0 - 1] }) else { return findings }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { findings[$0] }
  }

  static func < (left: ListingKey, right: ListingKey) -> Bool {
    if left.date != right.date { return isEarlier(left.date, right.date) }
    if left.place != right.place {
      guard let one = left.place else { return false }
      guard let other = right.place else { return true }
      return one < other
    }
    if left.modifiers != right.modifiers { return left.modifiers.lexicographicallyPrecedes(right.modifiers) }
    if left.status != right.status { return left.status.rawValue < right.status.rawValue }
    if left.chargeRows != right.chargeRows { return left.chargeRows.lexicographicallyPrecedes(right.chargeRows) }
    return left.recordRows.lexicographicallyPrecedes(right.recordRows)
  }
}
