import Infusion

/// From services to charge lines.
enum Summing {
  static let pass = Rule(
    "ALG-17", "Units are summed by date, code and modifier; every unit keeps its rows and rules.", evidence: "D")
  static let rules = [pass]

  private struct LineKey: Hashable {
    let date: CivilDate
    let code: ProcedureCode
    let modifiers: [Modifier]
    /// Keeps initials apart (coding-rules RD-10).
    let initial: Int?
  }

  /// The charge lines of the sheet.
  ///
  /// Shape: by date, then family, initial before add-on, code and modifiers.
  static func charges(of sheet: Worksheet) -> [ExpectedCharge] {
    var groups: [LineKey: [Int]] = [:]
    for (place, service) in sheet.services.enumerated() {
      let key = LineKey(
        date: service.serviceDate, code: service.code, modifiers: service.modifiers,
        initial: service.service.isInitial ? place : nil)
      groups[key, default: []].append(place)
    }
    return groups.map { charge($0, places: $1, on: sheet) }.sorted { isListedBefore($0, $1, in: sheet.year.codeBook) }
  }

  private static func charge(_ key: LineKey, places: [Int], on sheet: Worksheet) -> ExpectedCharge {
    let services = places.map { sheet.services[$0] }
    let rows = Set(services.flatMap(\.rows))
    let notices = sheet.derivation.notices.indices.filter { place in
      sheet.derivation.notices[place].rows.contains { rows.contains($0) }
    }
    return ExpectedCharge(
      code: key.code, modifiers: key.modifiers, serviceDate: key.date, units: services.reduce(0) { $0 + $1.units },
      services: places,
      rules: (Set(services.flatMap(\.rules)).union(places.count > 1 ? [pass.id, Modifiers.summed.id] : [])).sorted(),
      rows: rows.sorted(),
      sites: Set(services.flatMap(\.siteNames)).sorted(), notices: notices)
  }

  /// The order of lines within an encounter (output section 1).
  private static func isListedBefore(_ left: ExpectedCharge, _ right: ExpectedCharge, in book: CodeBook) -> Bool {
    func key(_ charge: ExpectedCharge) -> (CivilDate, Int, Int) {
      (charge.serviceDate, book.familyRank(of: charge.code), book.isAddOn(charge.code) ? 1 : 0)
    }
    let (leftKey, rightKey) = (key(left), key(right))
    if leftKey != rightKey { return leftKey < rightKey }
    if left.code != right.code { return left.code < right.code }
    let (leftModifiers, rightModifiers) = (left.modifiers, right.modifiers)
    if leftModifiers != rightModifiers { return leftModifiers.lexicographicallyPrecedes(rightModifiers) }
    return left.rows.lexicographicallyPrecedes(right.rows)
  }
}
