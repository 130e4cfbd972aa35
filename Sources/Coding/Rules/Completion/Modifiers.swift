import Infusion

/// Modifiers that tell second initials apart.
enum Modifiers {
  static let pass = Rule("ALG-16", "Modifiers are added once all services are known.", evidence: "D")
  static let secondSite = Rule(
    "MOD-01", "Of the initials of several sites the best-ranked is bare and every other carries 59; add-ons do not.",
    evidence: "S12 S34 S32")
  static let secondEncounter = Rule(
    "MOD-02", "Initials of a later encounter on the same date carry 59.", evidence: "S28")
  static let separateLines = Rule(
    "MOD-03", "Initials stay on lines of one unit each.", evidence: "D")
  static let narrowerForms = Rule(
    "MOD-04", "XE, XS, XP and XU are narrower forms of 59; never both on one line.", evidence: "S44")
  static let eitherCode = Rule(
    "MOD-05", "59 or an X modifier may stand on either code of a pair; 22, 76 and 77 do not part a pair.",
    evidence: "K S40")
  static let noneOnAddOns = Rule(
    "MOD-06", "Add-on codes carry no modifier.", evidence: "S33")
  static let summed = Rule(
    "MOD-07", "Units are compared by date and code, modifiers apart from them.", evidence: "D")
  static let newRegistration = Rule(
    "SITE-08", "A second encounter on the same date has initials of its own.", evidence: "S28")
  static let samePatient = Rule(
    "RD-11", "A later encounter is known by its patient; without a patient there is none.", evidence: "D")
  static let oneVisit = Rule(
    "RD-13", "A physician's encounter is taken as one visit, as the export says; rows are not joined over encounters.",
    evidence: "D")
  static let neverSummed = Rule(
    "RD-10", "Initials are never summed into one line, also when equal.", evidence: "D")
  static let rules = [
    pass, secondSite, secondEncounter, separateLines, narrowerForms, eitherCode, noneOnAddOns, summed,
    newRegistration, samePatient, oneVisit, neverSummed,
  ]

  /// - Parameter earlierInitials: dates on which an earlier encounter of the patient has an initial.
  static func qualify(_ sheet: inout Worksheet, earlierInitials: Set<CivilDate>) {
    let year = sheet.year
    let initials = sheet.services.indices.filter { sheet.services[$0].service.isInitial }
    let best = initials.filter { sheet.services[$0].service != .hydrationFirstHour }.min { left, right in
      let (a, b) = (sheet.services[left], sheet.services[right])
      return (rank(a, in: year), a.site ?? 0) < (rank(b, in: year), b.site ?? 0)
    }
    for place in initials {
      let (story, rows) = (sheet.services[place].story, sheet.services[place].rows)
      if let best, place != best, sheet.services[place].site != nil {
        sheet.qualify(service: place, with: .distinctService, secondSite)
        sheet.step(
          [
            pass, secondSite, separateLines, narrowerForms, eitherCode, noneOnAddOns, neverSummed,
            AccessSites.sitesAreIndependent, AccessSites.otherSiteIsNotConcurrent,
          ],
          rows: rows,
          "\(story): a second initial, on a line of its own with 59")
      }
      if earlierInitials.contains(sheet.services[place].serviceDate) {
        sheet.qualify(service: place, with: .distinctService, secondEncounter)
        sheet.step(
          [secondEncounter, newRegistration, samePatient], rows: rows,
          "An earlier encounter of the patient on this date has an initial: 59")
      }
    }
  }

  private static func rank(_ service: DerivedService, in year: CodingYear) -> Int {
    Hierarchy.rank(
      service.serviceClass == .chemo ? .chemo : .therapeutic,
      service.service == .infusionInitial ? .infusion : .push, in: year)
  }
}
