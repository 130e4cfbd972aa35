import Coding
import Infusion

/// What decides where a finding stands in its encounter (output section 1): day (none last), family, initial before
/// add-on, code (none last), modifiers, then what tells equal lines apart.
struct ListingKey: Comparable {
  /// Place of the finding before sorting.
  let offset: Int
  private let date: CivilDate?
  private let place: ListingPlace?
  /// Suggested modifiers, or the billed ones where nothing is suggested.
  private let modifiers: [Modifier]
  private let status: Finding.Status
  private let chargeRows: [SourceRow]
  private let recordRows: [SourceRow]

  init(_ finding: Finding, offset: Int, roles: CodeRoles) {
    self.offset = offset
    date = finding.serviceDate
    place = finding.code.map(roles.place)
    modifiers = finding.suggestedUnits == nil ? finding.billedModifiers : finding.suggestedModifiers
    status = finding.status
    chargeRows = finding.chargeRows
    recordRows = finding.recordRows
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
