import Infusion

/// Which service at a site is its initial.
enum Hierarchy {
  static let oneInitialPerSite = Rule(
    "ALG-10", "At each logical site the best-ranked drug infusion or push is the initial.", evidence: "D")
  static let classThenTechnique = Rule(
    "HIER-01", "Facilities rank by class, then by technique; not by clock, cost or payer.", evidence: "S32 K")
  static let order = Rule(
    "HIER-02",
    "Rank: chemo infusion, chemo push, drug infusion, drug push, hydration. Injections under the skin, into muscle or artery never take part.",
    evidence: "S32")
  static let chemoPushFirst = Rule(
    "HIER-03", "A chemo push outranks a therapeutic infusion.", evidence: "K")
  static let ties = Rule(
    "HIER-04", "In one rank the longer wins, then the earlier, then the drug name, then the row.", evidence: "D")
  static let onePerEncounter = Rule(
    "HIER-05",
    "A site has one initial for the whole encounter: no new one at midnight, on a change of unit, or on a restart.",
    evidence: "S12 S14 S15 S27")
  static let earlierIsStillAddOn = Rule(
    "HIER-06", "What was given before the initial is still coded with add-on codes.", evidence: "K")
  static let subcutaneousIsApart = Rule(
    "HIER-07", "Infusion under the skin has an initial of its own and does not compete with the vein's.", evidence: "K")
  static let primaryReason = Rule(
    "HIER-10", "Physicians take as initial the service that is the main reason for the visit.", evidence: "S32 S45")
  static let primaryReasonIfValid = Rule(
    "HIER-11",
    "The one row flagged as main reason is the initial when every other vein service then has a parent; else the rank decides, with a warning.",
    evidence: "D")
  static let hydrationSeldomPrimary = Rule(
    "HIER-12", "Fluids can be the main reason only when no drug went into the vein at that site.", evidence: "K")
  static let oneInitialPerDay = Rule(
    "HIER-13", "A physician reports one initial a patient a day unless two sites were needed.", evidence: "K")
  static let leavesNoOrphan = Rule(
    "RD-12",
    "A main reason that leaves any service without a parent is not used; that the main reason is assumed is a warning only where two or more services could be it.",
    evidence: "D")
  static let secondSiteSameDrug = Rule(
    "RD-03", "A drug coded at one site and given at a second can still be the second site's initial.", evidence: "D")
  static let rules = [
    oneInitialPerSite, classThenTechnique, order, chemoPushFirst, ties, onePerEncounter, earlierIsStillAddOn,
    subcutaneousIsApart, primaryReason, primaryReasonIfValid, hydrationSeldomPrimary, oneInitialPerDay,
    leavesNoOrphan, secondSiteSameDrug,
  ]

  /// Drug infusions and pushes, which may be an initial.
  ///
  /// Fluids come last and are settled by `Hydration`.
  static func candidates(among administrations: [Administration]) -> [Administration] {
    administrations.filter { $0.drugClass != .hydration }
  }

  /// The initial of each logical site, by rank alone: from site to the place (`index`) of its administration.
  static func initialsByRank(
    of administrations: [Administration], in year: CodingYear, _ tiebreak: Policy.InitialTiebreak
  ) -> [Int: Int] {
    // A site or two: looking through them costs less than grouping.
    var best: [Administration] = []
    for given in candidates(among: administrations) {
      if let place = best.firstIndex(where: { $0.site == given.site }) {
        if outranks(given, best[place], in: year, tiebreak) { best[place] = given }
      } else {
        best.append(given)
      }
    }
    return Dictionary(uniqueKeysWithValues: best.map { ($0.site, $0.index) })
  }

  /// Place of a kind of service in `hierarchy.csv`: 0 is the best; what is not listed comes last.
  static func rank(_ drugClass: DrugClass, _ technique: Technique, in year: CodingYear) -> Int {
    year.hierarchy.firstIndex { $0.drugClass == drugClass && $0.technique == technique } ?? year.hierarchy.count
  }

  /// Example: a chemo push of a minute goes before a drug infusion of four hours; of two drug infusions the longer wins.
  private static func outranks(
    _ left: Administration, _ right: Administration, in year: CodingYear, _ tiebreak: Policy.InitialTiebreak
  ) -> Bool {
    let leftRank = rank(left.drugClass, left.technique, in: year)
    let rightRank = rank(right.drugClass, right.technique, in: year)
    if leftRank != rightRank { return leftRank < rightRank }
    if tiebreak == .earliestStart, left.start != right.start { return isEarlier(left.start, right.start) }
    if left.minutes != right.minutes { return left.minutes > right.minutes }
    if left.start != right.start { return isEarlier(left.start, right.start) }
    return (left.drug, left.serviceDate, left.index) < (right.drug, right.serviceDate, right.index)
  }

  // MARK: The main reason for a physician's visit

  /// The administration whose row is flagged as main reason, when exactly one given row is.
  static func flaggedPrimary(among administrations: [Administration], of encounter: Encounter) -> Administration? {
    let flagged = encounter.rows.filter { $0.isGiven && $0.facts.contains(.primaryReason) }
    guard flagged.count == 1 else { return nil }
    return administrations.first { $0.rows.contains(flagged[0].source) }
  }

  /// Services on the sheet that no code covers because of which service is the initial.
  static func uncodedServices(on sheet: Worksheet) -> Int {
    sheet.derivation.notices.count {
      [.concurrentNoParent, .concurrentChemo, .concurrentChemoNotCoded].contains($0.kind)
    }
  }

  /// Whether every add-on on the sheet has one of its parents there.
  static func everyAddOnHasAParent(on sheet: Worksheet) -> Bool {
    let codes = Set(sheet.services.map(\.code))
    return sheet.services.allSatisfy { service in
      guard let parents = sheet.year.codeBook.parents[service.code] else { return true }
      return !parents.isDisjoint(with: codes) || followsFluids(service, on: sheet)
    }
  }

  /// Whether by choice fluids are its parent: the push of a further drug in a physician's visit mainly for fluids (DSP-25).
  static func followsFluids(_ service: DerivedService, on sheet: Worksheet) -> Bool {
    sheet.policy.physicianHydrationPrimary == .allow96360AsParent && sheet.encounter.setting == .professional
      && service.serviceClass == .therapeutic && service.service == .pushAdditional
      && sheet.services.contains { $0.service == .hydrationFirstHour }
  }

  /// Says that nothing, or more than one thing, is flagged, where there is a choice.
  static func notePrimaryReasonAssumed(_ administrations: [Administration], on sheet: inout Worksheet) {
    let contenders = candidates(among: administrations)
    guard contenders.count >= 2 else { return }
    sheet.note(
      .primaryReasonAssumed, [primaryReasonIfValid, primaryReason], rows: contenders.flatMap(\.rows).sorted(),
      on: sheet.firstDate, "The main reason for the visit is not documented on one row: the usual rank decided")
  }

  /// Says that what is flagged cannot be the initial.
  static func notePrimaryReasonNotUsable(
    _ primary: Administration, among administrations: [Administration], on sheet: inout Worksheet
  ) {
    let contenders = candidates(among: administrations)
    guard contenders.count >= 2 || primary.drugClass == .hydration else { return }
    let rules =
      [primaryReasonIfValid, leavesNoOrphan] + (primary.drugClass == .hydration ? [hydrationSeldomPrimary] : [])
    sheet.note(
      .primaryReasonAssumed, rules, rows: Set(contenders.flatMap(\.rows) + primary.rows).sorted(), on: sheet.firstDate,
      "\(primary.story): flagged as main reason, but as the initial it would leave another service without a parent; the usual rank decided"
    )
  }
}
