import Infusion

/// Drug infusions into a vein: initial, sequential, further hours.
enum Infusions {
  static let minutesNotYetTaken = Rule(
    "ALG-11",
    "At each site, the initial first, then chemo, then other drugs: each infusion is coded by the minutes not already taken by a coded infusion.",
    evidence: "D")
  static let longInfusion = Rule(
    "TIME-20", "An infusion finished inside the encounter is coded by its hours, however long.", evidence: "D")
  static let rules = [minutesNotYetTaken, longInfusion]

  /// What the infusions of all sites come to while they are coded site by site.
  struct Account {
    /// Drugs that hold a timed code anywhere in the encounter, with the minutes that count for them.
    var coded = ShortMap<DrugKey, Int>()
    /// Infusions that run within others and may be concurrent, in the order found.
    var concurrent: [Administration] = []
    /// Later infusions that by choice are judged as repeat pushes (coding-rules DSP-01).
    var pushes: [Administration] = []
  }

  /// Codes the infusions of one site.
  ///
  /// Example: vancomycin 08:00-10:00 is the initial (96365, and 96366 once for its 120 minutes); ceftriaxone 09:30-10:30
  /// has 30 minutes outside it and is sequential (96367); vancomycin again 14:00-14:40 has 40 (96366, no first hour).
  static func derive(
    at site: Int, from administrations: [Administration], initial: Int?, account: inout Account,
    on sheet: inout Worksheet
  ) {
    // When an infusion ran here that holds a timed code; only minutes outside it are left for the next.
    var busy = IntervalSet()
    for given in inOrder(administrations, at: site, initial: initial) {
      let net = given.running.subtracting(busy)
      if given.index == initial {
        addInitial(given, on: &sheet)
        // A second site's initial stands alone (coding-rules RD-03).
        account.coded.set(given.drug, to: account.coded[given.drug] ?? given.minutes)
      } else if let minutes = account.coded[given.drug] {
        let counted = SameDrugAgain.add(given, net: net, minutesBefore: minutes, &account, on: &sheet)
        account.coded.set(given.drug, to: minutes + counted)
      } else if let counted = addFurtherDrug(given, net: net, &account, on: &sheet) {
        account.coded.set(given.drug, to: counted)
      } else {
        continue
      }
      busy.formUnion(given.running)
    }
  }

  /// Codes a drug not yet coded; the minutes that count, or nil when it holds no timed code.
  private static func addFurtherDrug(
    _ given: Administration, net: IntervalSet, _ account: inout Account, on sheet: inout Worksheet
  ) -> Int? {
    switch Concurrency.place(of: given, net: net, on: sheet) {
    case .sequential(let counted):
      addSequential(given, counted: counted, net: net, on: &sheet)
      return counted.minutes
    case .concurrent: account.concurrent.append(given)
    case .tooShort(let minutes):
      let rules = [minutesNotYetTaken] + sheet.policy.sequentialMinimum.cited
      sheet.note(
        .sequential16To30, rules, rows: given.rows, on: given.serviceDate,
        "\(given.story): a further drug for \(minutes) min of its own, which by choice earns nothing")
    }
    return nil
  }

  private static func inOrder(_ administrations: [Administration], at site: Int, initial: Int?) -> [Administration] {
    func precedence(_ given: Administration) -> Int {
      given.index == initial ? 0 : given.drugClass == .chemo ? 1 : 2
    }
    let infusions = administrations.filter {
      $0.site == site && $0.technique == .infusion && $0.drugClass != .hydration
    }
    return infusions.inOrder { left, right in
      if precedence(left) != precedence(right) { return precedence(left) < precedence(right) }
      if left.start != right.start { return isEarlier(left.start, right.start) }
      if left.minutes != right.minutes { return left.minutes > right.minutes }
      return (left.drug, left.index) < (right.drug, right.index)
    }
  }

  private static func addInitial(_ given: Administration, on sheet: inout Worksheet) {
    addHours(
      of: given, counted: given.running, first: .infusionInitial,
      rules: [minutesNotYetTaken, Hierarchy.oneInitialPerSite, Hierarchy.order, Hierarchy.onePerEncounter],
      story: "first hour, the initial service of this site", on: &sheet)
  }

  private static func addSequential(
    _ given: Administration, counted: IntervalSet, net: IntervalSet, on sheet: inout Worksheet
  ) {
    var rules = [minutesNotYetTaken]
    var hourRules: [Rule] = []
    var ending = "another drug, first hour"
    if counted.minutes < given.minutes {
      rules += [Concurrency.netTime, Concurrency.measuredAgainstCoded]
      ending += ", \(counted.minutes) min of it not beside another coded infusion"
    } else if net.minutes < given.minutes {
      rules += sheet.policy.concurrentRule.cited
      hourRules = sheet.policy.concurrentRule.cited
    }
    addHours(
      of: given, counted: counted, first: .infusionSequential, rules: rules, hourRules: hourRules, story: ending,
      on: &sheet)
  }

  /// A first hour and the hours past it, each dated by the day that earns it.
  private static func addHours(
    of given: Administration, counted: IntervalSet, first service: Service, rules: [Rule],
    hourRules: [Rule] = [], story: String, on sheet: inout Worksheet
  ) {
    explainMinutes(of: given, counted: counted, on: &sheet)
    let least = given.isCutShort ? 1 : sheet.thresholds.shortestInfusion
    var firstHour = 0
    var hours = 0
    let portions = DatesOfService.portions(of: counted, startingOn: given.serviceDate, sheet.policy.dateRule)
    let dating = DatesOfService.choice(sheet.policy, days: portions.map(\.date))
    for portion in portions {
      let minutes = portion.minutesSoFar
      if firstHour == 0, minutes >= least {
        firstHour = 1
        sheet.add(service, for: given, on: portion.date, rules: rules + dating, story: story)
        sheet.reckon { _ in "\(minutes) min: a first hour from \(least) min on" }
        if given.isCutShort {
          sheet.qualify(service: sheet.services.count - 1, with: .discontinued, [Techniques.stoppedByReaction])
        }
      }
      let gained = sheet.thresholds.hoursBeyondFirst(minutes) - hours
      guard gained > 0 else { continue }
      hours += gained
      sheet.add(
        .infusionHour, units: gained, for: given, on: portion.date,
        rules: [minutesNotYetTaken, longInfusion] + hourRules + dating,
        story: "\(minutes) min give \(hourCount(gained)) past the first")
      sheet.reckon { $0.sumBeyondFirst(minutes) }
    }
  }

  private static func explainMinutes(of given: Administration, counted: IntervalSet, on sheet: inout Worksheet) {
    guard sheet.isExplaining else { return }
    sheet.step(
      [GivenRows.runningTimeOnly, GivenRows.noRounding], rows: given.rows,
      "\(given.story): \(counted.minutes) whole minutes count")
    let earlier = sheet.encounter.rows.contains { row in
      row.isGiven && row.drug == given.drug && !given.rows.contains(row.source)
    }
    guard earlier else { return }
    sheet.step(
      [SameDrugAgain.uncodedDoesNotCount], rows: given.rows,
      "\(given.story): not infused before under a code of its own, so it is new")
  }

  /// "1 further hour", "2 further hours".
  static func hourCount(_ hours: Int) -> String {
    hours == 1 ? "1 further hour" : "\(hours) further hours"
  }
}
