import Infusion

/// Drug infusions into a vein: initial, sequential, further hours, the same drug again.
enum Infusions {
  static let minutesNotYetTaken = Rule(
    "ALG-11",
    "At each site, the initial first, then chemo, then other drugs: each infusion is coded by the minutes not already taken by a coded infusion.",
    evidence: "D")
  static let newDrugOnly = Rule(
    "SAME-01", "A drug infused again in the encounter never earns a second first-hour code.", evidence: "S25 S26 K")
  static let laterInfusion = Rule(
    "SAME-02",
    "A later infusion of the same drug is judged alone: 31 minutes or more outside coded infusions earn further-hour units, 16 to 30 earn nothing and are flagged.",
    evidence: "S49 D")
  static let laterPush = Rule(
    "SAME-03", "A later infusion of the same drug, no longer than a push, follows the push rules.", evidence: "D")
  static let uncodedDoesNotCount = Rule(
    "SAME-04", "A drug that so far was only concurrent or pushed counts as new when infused.", evidence: "D")
  static let keysMustMatch = Rule(
    "SAME-05", "The same drug is the same set of ingredients, over the whole encounter; partial overlap is different.",
    evidence: "D")
  static let repeatStaysBusy = Rule(
    "RD-17", "A repeat that earns no unit still takes up its minutes: overlap with it counts as with a coded infusion.",
    evidence: "D")
  static let longInfusion = Rule(
    "TIME-20", "An infusion finished inside the encounter is coded by its hours, however long.", evidence: "D")
  static let rules = [
    minutesNotYetTaken, newDrugOnly, laterInfusion, laterPush, uncodedDoesNotCount, keysMustMatch, repeatStaysBusy,
    longInfusion,
  ]

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
        let counted = addAgain(given, net: net, minutesBefore: minutes, &account, on: &sheet)
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
    let portions = portions(of: counted, given, sheet.policy)
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
      [uncodedDoesNotCount], rows: given.rows,
      "\(given.story): not infused before under a code of its own, so it is new")
  }

  /// Codes a further infusion of a drug already coded; the minutes by which the drug's total grows.
  private static func addAgain(
    _ given: Administration, net: IntervalSet, minutesBefore: Int, _ account: inout Account, on sheet: inout Worksheet
  ) -> Int {
    if isRepeatPush(given, net, on: sheet) {
      account.pushes.append(given)
    } else {
      addLaterInfusion(given, net: net, minutesBefore: minutesBefore, on: &sheet)
    }
    return net.minutes < sheet.thresholds.shortestInfusion ? 0 : net.minutes
  }

  /// Whether a later infusion too short for a further hour is by choice judged as a push.
  ///
  /// Chemo and physicians have no code for such a push.
  private static func isRepeatPush(_ given: Administration, _ net: IntervalSet, on sheet: Worksheet) -> Bool {
    sheet.policy.sameDrugRepeat == .pushTo30 && given.drugClass == .therapeutic
      && sheet.encounter.setting == .facility && net.minutes >= sheet.thresholds.shortestInfusion
      && sheet.thresholds.hoursFromNothing(net.minutes) == 0
  }

  /// Hours that minutes of a drug already coded earn, by the choice of coding-rules DSP-01.
  private static func hours(_ minutes: Int, minutesBefore: Int, on sheet: Worksheet) -> Int {
    let thresholds = sheet.thresholds
    switch sheet.policy.sameDrugRepeat {
    case .eachFrom31, .pushTo30: return thresholds.hoursFromNothing(minutes)
    case .eachFrom16 where minutes < thresholds.shortestInfusion,
      .cumulative where minutes < thresholds.shortestInfusion:
      return 0
    case .eachFrom16: return 1 + thresholds.hoursBeyondFirst(minutes)
    case .cumulative:
      return thresholds.hoursBeyondFirst(minutesBefore + minutes) - thresholds.hoursBeyondFirst(minutesBefore)
    }
  }

  private static func addLaterInfusion(
    _ given: Administration, net: IntervalSet, minutesBefore: Int, on sheet: inout Worksheet
  ) {
    let choice = sheet.policy.sameDrugRepeat
    let rules =
      [minutesNotYetTaken, newDrugOnly]
      + (choice == .eachFrom16 || choice == .cumulative ? choice.cited : [laterInfusion])
    var hours = 0
    let portions = portions(of: net, given, sheet.policy)
    let dating = DatesOfService.choice(sheet.policy, days: portions.map(\.date))
    for portion in portions {
      let gained = self.hours(portion.minutesSoFar, minutesBefore: minutesBefore, on: sheet) - hours
      guard gained > 0 else { continue }
      hours += gained
      let added = choice == .cumulative ? " after \(minutesBefore) min before" : ""
      sheet.add(
        .infusionHour, units: gained, for: given, on: portion.date,
        rules: rules + dating,
        story:
          "the same drug again, \(portion.minutesSoFar) min\(added) give \(hourCount(gained)) and no new first hour")
      if choice == .eachFrom31 || choice == .pushTo30 {
        sheet.reckon { $0.sumFromNothing(portion.minutesSoFar) }
      }
    }
    guard hours == 0 else { return }
    sheet.step(
      [newDrugOnly, repeatStaysBusy] + choice.cited, rows: given.rows, "\(given.story): the same drug again, no unit")
    if net.minutes < sheet.thresholds.shortestInfusion, !given.isCutShort {
      sheet.note(
        .sameDrugBeside, [newDrugOnly, repeatStaysBusy], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same drug again, \(net.minutes) min of it not beside a coded infusion, earns no unit")
    } else if choice != .cumulative {
      // Where minutes are added none are lost, and nothing has to be flagged.
      sheet.note(
        .sameDrug16To30, [laterInfusion, newDrugOnly, repeatStaysBusy], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same drug again for \(net.minutes) min earns no unit; some payers see this otherwise")
    }
  }

  private static func portions(
    of counted: IntervalSet, _ given: Administration, _ policy: Policy
  ) -> [DatesOfService.Portion] {
    DatesOfService.portions(of: counted, startingOn: given.serviceDate, policy.dateRule)
  }

  /// "1 further hour", "2 further hours".
  static func hourCount(_ hours: Int) -> String {
    hours == 1 ? "1 further hour" : "\(hours) further hours"
  }

  /// Says where two drugs share ingredients without being the same.
  static func noteMixtureOverlap(_ administrations: [Administration], on sheet: inout Worksheet) {
    guard administrations.contains(where: { $0.drugClass != .hydration && $0.drug.isMixture }) else { return }
    let drugs = uniqued(administrations.lazy.filter { $0.drugClass != .hydration }.map(\.drug))
    guard drugs.count > 1 else { return }
    let inOrder = drugs.sorted().map { (drug: $0, ingredients: $0.ingredients) }
    for (place, one) in inOrder.enumerated() {
      for other in inOrder.dropFirst(place + 1) where one.drug.isMixture || other.drug.isMixture {
        guard !one.ingredients.isDisjoint(with: other.ingredients) else { continue }
        let rows = administrations.filter { $0.drug == one.drug || $0.drug == other.drug }.flatMap(\.rows)
        sheet.note(
          .mixOverlap, [keysMustMatch], rows: rows.sorted(),
          "\(capitalized(one.drug.description)) and \(other.drug) share an ingredient and count as different drugs")
      }
    }
  }
}
