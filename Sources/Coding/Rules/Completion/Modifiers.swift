import Infusion

/// Modifiers that tell second initials apart.
enum Modifiers {
  static let addedLast = Rule("ALG-16", "Modifiers are added once all services are known.", evidence: "D")
  static let secondSite = Rule(
    "MOD-01",
    "Of the initials of several sites the best-ranked carries no modifier and every other carries 59; add-ons do not.",
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
    "MOD-06", "Add-on codes carry no modifier, unless by choice fluids behind a drug carry 59.", evidence: "S33")
  static let summed = Rule(
    "MOD-07", "Units are compared by date and code; modifiers are looked at apart.", evidence: "D")
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
    addedLast, secondSite, secondEncounter, separateLines, narrowerForms, eitherCode, noneOnAddOns, summed,
    newRegistration, samePatient, oneVisit, neverSummed,
  ]

  /// Sets the initials of further sites and of later encounters apart.
  ///
  /// Example: chemo through a port and, for a documented reason, an antibiotic through the hand: 96413, and 96365 with 59.
  /// - Parameter earlier: what earlier encounters of the patient support.
  static func qualify(_ sheet: inout Worksheet, earlier: EarlierDays) {
    let year = sheet.year
    let choice = sheet.policy.distinctModifier
    let initials = sheet.services.indices.filter { sheet.services[$0].service.isInitial }
    let best = initials.min { left, right in
      let (a, b) = (sheet.services[left], sheet.services[right])
      return (rank(a, in: year), a.site ?? 0) < (rank(b, in: year), b.site ?? 0)
    }
    for place in initials {
      let (story, rows) = (sheet.services[place].story, sheet.services[place].rows)
      if let best, place != best, sheet.services[place].site != nil {
        sheet.qualify(
          service: place, with: choice.ofSecondSite, [secondSite] + choice.cited)
        sheet.step(
          [
            addedLast, secondSite, separateLines, narrowerForms, eitherCode, noneOnAddOns, neverSummed,
            AccessSites.sitesAreIndependent, AccessSites.otherSiteIsNotConcurrent,
          ],
          rows: rows,
          "\(story): a second initial, on a line of its own with \(choice.ofSecondSite)")
      }
      if earlier.hasInitial(on: sheet.services[place].serviceDate) {
        sheet.qualify(
          service: place, with: choice.ofSecondEncounter, [secondEncounter] + choice.cited)
        sheet.step(
          [secondEncounter, newRegistration, samePatient], rows: rows,
          "An earlier encounter of the patient on this date has an initial: \(choice.ofSecondEncounter)")
      }
    }
    qualifyFluidsBehindDrugs(on: &sheet)
  }

  /// By choice 96361 carries 59 where its site has no 96360 (MOD-06).
  private static func qualifyFluidsBehindDrugs(on sheet: inout Worksheet) {
    guard sheet.policy.hydrationSecondaryModifier == .distinctService else { return }
    for place in sheet.services.indices where sheet.services[place].service == .hydrationHour {
      let isFirst = sheet.services.contains { other in
        other.service == .hydrationFirstHour && other.site == sheet.services[place].site
      }
      if !isFirst { sheet.qualify(service: place, with: .distinctService, [noneOnAddOns]) }
    }
  }

  /// Place of an initial in the hierarchy, 0 is the best.
  private static func rank(_ service: DerivedService, in year: CodingYear) -> Int {
    if service.service == .hydrationFirstHour { return Hierarchy.rank(.hydration, .infusion, in: year) }
    return Hierarchy.rank(
      service.serviceClass == .chemo ? .chemo : .therapeutic,
      service.service == .infusionInitial ? .infusion : .push, in: year)
  }
}
