import Infusion

/// The services into a vein, in the order of coding-rules ALG-10 to ALG-14.
enum VeinServices {
  /// Vein rows joined into administrations; fluids that were not infused are dropped.
  static func administrations(
    from givings: [Giving], places: ShortMap<String, Int>, on sheet: inout Worksheet
  ) -> [Administration] {
    let usable = givings.filter { giving in
      guard giving.row.technique == .infusion || giving.row.technique == .push else {
        // An on-body injector, say, is never put into a vein: the record contradicts itself.
        sheet.exclude(giving.row, .route, OtherRoutes.noCode)
        return false
      }
      guard giving.row.drugClass == .hydration, giving.row.technique != .infusion else { return true }
      OtherRoutes.dropFluid(giving, on: &sheet)
      return false
    }
    for giving in usable where giving.row.route == .intraosseous {
      sheet.note(
        .intraosseous, [Techniques.boneCountsAsVein], rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) went into bone, which is counted as a vein")
    }
    let joined = Merging.administrations(from: usable, places: places, on: &sheet)
    return joined.map { Techniques.shortInfusionAsPush($0, on: &sheet) }
  }

  /// Codes the administrations, with the initials that the setting asks for.
  static func derive(
    from administrations: [Administration], others: [OtherRunning], on sheet: inout Worksheet
  ) {
    SameDrugAgain.noteMixtureOverlap(administrations, on: &sheet)
    let byRank = Hierarchy.initialsByRank(of: administrations, in: sheet.year, sheet.policy.initialTiebreak)
    let administrations = citingTiebreak(administrations, byRank, on: sheet)
    let initials =
      sheet.encounter.setting == .facility
      ? byRank : physicianInitials(of: administrations, byRank: byRank, others: others, on: &sheet)
    code(administrations, initials: initials, others: others, on: &sheet)
    citeFluidsAsParent(on: &sheet)
    explainRank(of: administrations, initials: initials, on: &sheet)
  }

  /// Lets pushes that by choice follow a physician's fluids rest on that choice (coding-rules DSP-25).
  private static func citeFluidsAsParent(on sheet: inout Worksheet) {
    let rules = sheet.policy.physicianHydrationPrimary.cited
    guard !rules.isEmpty else { return }
    let coded = sheet
    guard coded.services.contains(where: { Hierarchy.followsFluids($0, on: coded) }) else { return }
    sheet.cite(rules) { $0.service == .hydrationFirstHour || Hierarchy.followsFluids($0, on: coded) }
  }

  /// The administrations; initials that the usual tie-breaker would not have chosen rest on the choice.
  private static func citingTiebreak(
    _ administrations: [Administration], _ initials: [Int: Int], on sheet: Worksheet
  ) -> [Administration] {
    let rules = sheet.policy.initialTiebreak.cited
    guard !rules.isEmpty else { return administrations }
    let usual = Hierarchy.initialsByRank(of: administrations, in: sheet.year, .standard)
    return administrations.map { given in
      guard initials[given.site] == given.index, usual[given.site] != given.index else { return given }
      return Administration(given, furtherRules: rules.map(\.id))
    }
  }

  /// The initials of a physician's encounter: the main reason for the visit, where the codes allow it (HIER-11).
  ///
  /// Example: an antiemetic ran 60 minutes and ranks first, then an antibiotic for 30, flagged as the main reason: the
  /// antibiotic is 96365, the antiemetic 96367. Both ways are coded on trial; the flag gives way where it would leave a
  /// service without its parent.
  private static func physicianInitials(
    of administrations: [Administration], byRank: [Int: Int], others: [OtherRunning], on sheet: inout Worksheet
  ) -> [Int: Int] {
    guard let primary = Hierarchy.flaggedPrimary(among: administrations, of: sheet.encounter) else {
      Hierarchy.notePrimaryReasonAssumed(administrations, on: &sheet)
      return byRank
    }
    let isRankedFirst = byRank[primary.site] == primary.index
    let isOnlyFluids = primary.drugClass == .hydration && byRank.isEmpty
    // Fluids are no candidate: with no initial among the drugs they are the initial.
    let mayBeFluids = sheet.policy.physicianHydrationPrimary == .allow96360AsParent
    let choice = primary.drugClass == .hydration ? [:] : byRank.merging([primary.site: primary.index]) { $1 }
    if !isRankedFirst, !isOnlyFluids {
      var (chosen, ranked) = (sheet, sheet)
      code(administrations, initials: choice, others: others, on: &chosen)
      code(administrations, initials: byRank, others: others, on: &ranked)
      guard primary.drugClass != .hydration || mayBeFluids, Hierarchy.everyAddOnHasAParent(on: chosen),
        Hierarchy.uncodedServices(on: chosen) <= Hierarchy.uncodedServices(on: ranked)
      else {
        Hierarchy.notePrimaryReasonNotUsable(primary, among: administrations, on: &sheet)
        return byRank
      }
    }
    sheet.step(
      [Hierarchy.primaryReason, Hierarchy.primaryReasonIfValid, Hierarchy.oneInitialPerDay], rows: primary.rows,
      "\(primary.story): flagged as main reason for the visit, so it is the initial")
    return choice
  }

  /// Infusions site by site, then what ran beside others, then pushes, then fluids: each looks at those before.
  private static func code(
    _ administrations: [Administration], initials: [Int: Int], others: [OtherRunning], on sheet: inout Worksheet
  ) {
    // Logical sites are numbered by their earliest row and name, the order of ALG-10.
    let sites = sortedUnique(administrations.map(\.site))
    var account = Infusions.Account()
    for site in sites {
      Infusions.derive(
        at: site, from: administrations, initial: initials[site], account: &account, on: &sheet)
    }
    Concurrency.derive(from: account.concurrent, on: &sheet)
    Pushes.derive(
      from: administrations, infused: account.pushes, sites: sites, initials: initials, on: &sheet)
    Hydration.derive(from: administrations, others: others, on: &sheet)
  }

  private static func explainRank(
    of administrations: [Administration], initials: [Int: Int], on sheet: inout Worksheet
  ) {
    guard sheet.isExplaining else { return }
    for (site, index) in initials.sorted(by: { $0.key < $1.key }) {
      guard let initial = administrations.first(where: { $0.index == index }) else { continue }
      let others = administrations.filter { $0.site == site && $0.index != index }
      var rules = [Hierarchy.order, Hierarchy.classThenTechnique, Hierarchy.onePerEncounter]
      if initial.technique == .push, initial.drugClass == .chemo { rules.append(Hierarchy.chemoPushFirst) }
      if others.contains(where: { $0.drugClass == initial.drugClass && $0.technique == initial.technique }) {
        rules.append(Hierarchy.ties)
      }
      if others.contains(where: { isEarlier($0.start, initial.start) }) { rules.append(Hierarchy.earlierIsStillAddOn) }
      if site > 0, administrations.contains(where: { $0.site != site && $0.drug == initial.drug }) {
        rules.append(Hierarchy.secondSiteSameDrug)
      }
      if sheet.encounter.setting == .professional { rules += [Hierarchy.oneInitialPerDay, Modifiers.oneVisit] }
      sheet.step(rules, rows: initial.rows, "\(initial.story): the best-ranked service at its site, so the initial")
    }
  }
}
