import Infusion

/// From services to charge lines.
enum Summing {
  static let summedByCode = Rule(
    "ALG-17", "Units are summed by date, code and modifier; every unit keeps its rows and rules.", evidence: "D")
  static let rules = [summedByCode]

  /// The charge lines of the sheet.
  ///
  /// Shape: by date, then family, initial before add-on, code and modifiers.
  static func charges(of sheet: Worksheet) -> [ExpectedCharge] {
    var lines: [[Int]] = []
    let services = sheet.services
    lines.reserveCapacity(services.count)
    for place in services.indices {
      if !services[place].service.isInitial,
        let line = lines.firstIndex(where: { isOneLine($0[0], place, of: services) })
      {
        lines[line].append(place)
      } else {
        lines.append([place])
      }
    }
    let charges = lines.map { charge($0, on: sheet) }
    guard charges.count > 1 else { return charges }
    let keyed = charges.map { (charge: $0, key: listingKey(of: $0, in: sheet.year.codeBook)) }
    return keyed.inOrder { $0.key == $1.key ? isListedBefore($0.charge, $1.charge) : $0.key < $1.key }.map(\.charge)
  }

  /// Whether a service is summed with another that is no initial: initials never are (coding-rules RD-10).
  private static func isOneLine(_ one: Int, _ other: Int, of services: [DerivedService]) -> Bool {
    !services[one].service.isInitial && services[one].code == services[other].code
      && services[one].serviceDate == services[other].serviceDate
      && services[one].modifiers == services[other].modifiers
  }

  private static func charge(_ places: [Int], on sheet: Worksheet) -> ExpectedCharge {
    let services = sheet.services
    let first = places[0]
    let isSum = places.count > 1
    let rows = sortedUnique(isSum ? places.flatMap { services[$0].rows } : services[first].rows)
    let notices = sheet.derivation.notices.indices.filter { place in
      sheet.derivation.notices[place].rows.contains { rows.sortedContains($0) }
    }
    return ExpectedCharge(
      code: services[first].code, modifiers: services[first].modifiers, serviceDate: services[first].serviceDate,
      units: places.reduce(0) { $0 + services[$1].units }, services: places,
      rules: sortedUnique(
        isSum ? places.flatMap { services[$0].rules } + [summedByCode.id, Modifiers.summed.id] : services[first].rules),
      rows: rows, sites: sortedUnique(isSum ? places.flatMap { services[$0].siteNames } : services[first].siteNames),
      notices: notices)
  }

  /// The place of a line within an encounter (output section 1).
  private static func listingKey(of charge: ExpectedCharge, in book: CodeBook) -> (CivilDate, Int, Int) {
    (charge.serviceDate, book.familyRank(of: charge.code), book.isAddOn(charge.code) ? 1 : 0)
  }

  /// The order of lines that agree in all that the listing goes by.
  private static func isListedBefore(_ left: ExpectedCharge, _ right: ExpectedCharge) -> Bool {
    if left.code != right.code { return left.code < right.code }
    if left.modifiers != right.modifiers { return left.modifiers.lexicographicallyPrecedes(right.modifiers) }
    return left.rows.lexicographicallyPrecedes(right.rows)
  }
}
