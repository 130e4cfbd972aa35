import Infusion

/// Drug infusions into a vein: initial, sequential, further hours, the same drug again.
enum Infusions {
  static let pass = Rule(
    "ALG-11",
    "At each site, the initial first, then chemo, then other drugs: each infusion is coded by the minutes not already taken by a coded infusion.",
    evidence: "D")
  static let newDrugOnly = Rule(
    "SAME-01", "A drug infused again in the encounter never earns a second first-hour code.", evidence: "S25 S26 K")
  static let laterInfusion = Rule(
    "SAME-02",
    "A later infusion of the same drug is judged alone: 31 net minutes or more earn further-hour units, 16 to 30 earn nothing and are flagged.",
    evidence: "S49 D")
  static let laterPush = Rule(
    "SAME-03", "A later giving of push length follows the push rules.", evidence: "D")
  static let uncodedDoesNotCount = Rule(
    "SAME-04", "A drug that so far was only concurrent or pushed counts as new when infused.", evidence: "D")
  static let keysMustMatch = Rule(
    "SAME-05", "The same drug is the same set of ingredients, over the whole encounter; partial overlap is different.",
    evidence: "D")
  static let repeatStaysBusy = Rule(
    "RD-17", "A repeat that earns no unit still takes up its minutes.", evidence: "D")
  static let longInfusion = Rule(
    "TIME-20", "An infusion finished inside the encounter is coded by its hours, however long.", evidence: "D")
  static let rules = [
    pass, newDrugOnly, laterInfusion, laterPush, uncodedDoesNotCount, keysMustMatch, repeatStaysBusy, longInfusion,
  ]

  /// Codes the infusions of one site.
  ///
  /// - Parameter coded: drugs that hold a timed code anywhere in the encounter; grows.
  /// - Returns: infusions that run within others and may be concurrent, in the order found.
  static func derive(
    at site: Int, from administrations: [Administration], initial: Int?, coded: inout Set<DrugKey>,
    on sheet: inout Worksheet
  ) -> [Administration] {
    var busy = IntervalSet()
    var concurrent: [Administration] = []
    for given in inOrder(administrations.filter { $0.site == site && $0.technique == .infusion }, initial: initial) {
      let net = given.running.subtracting(busy)
      if given.index == initial {
        addInitial(given, on: &sheet)
      } else if coded.contains(given.drug) {
        addLaterInfusion(given, net: net, on: &sheet)
      } else if net.minutes >= sheet.thresholds.shortestInfusion {
        addSequential(given, net: net, on: &sheet)
      } else {
        concurrent.append(given)
        continue
      }
      coded.insert(given.drug)
      busy = busy.union(given.running)
    }
    return concurrent
  }

  private static func inOrder(_ infusions: [Administration], initial: Int?) -> [Administration] {
    func precedence(_ given: Administration) -> Int {
      given.index == initial ? 0 : given.drugClass == .chemo ? 1 : 2
    }
    return infusions.filter { $0.drugClass != .hydration }.sorted { left, right in
      if precedence(left) != precedence(right) { return precedence(left) < precedence(right) }
      if left.start != right.start { return isEarlier(left.start, right.start) }
      if left.minutes != right.minutes { return left.minutes > right.minutes }
      return (left.drug, left.index) < (right.drug, right.index)
    }
  }

  private static func addInitial(_ given: Administration, on sheet: inout Worksheet) {
    addHours(
      of: given, counted: given.running, first: .infusionInitial,
      rules: [pass, Hierarchy.oneInitialPerSite, Hierarchy.order, Hierarchy.onePerEncounter],
      story: "first hour, the initial service of this site", on: &sheet)
  }

  private static func addSequential(_ given: Administration, net: IntervalSet, on sheet: inout Worksheet) {
    let isWhole = net.minutes == given.minutes
    addHours(
      of: given, counted: net, first: .infusionSequential,
      rules: isWhole ? [pass] : [pass, Concurrency.netTime, Concurrency.measuredAgainstCoded],
      story: "another drug, first hour"
        + (isWhole ? "" : ", \(net.minutes) min of it not beside another coded infusion"),
      on: &sheet)
  }

  /// A first hour and the hours past it, each dated by the day that earns it.
  private static func addHours(
    of given: Administration, counted: IntervalSet, first service: Service, rules: [Rule], story: String,
    on sheet: inout Worksheet
  ) {
    explainMinutes(of: given, counted: counted, on: &sheet)
    var firstHour = 0
    var hours = 0
    for portion in portions(of: counted, given, sheet.policy) {
      let minutes = portion.minutesSoFar
      if firstHour == 0, minutes >= sheet.thresholds.shortestInfusion {
        firstHour = 1
        sheet.add(service, for: given, on: portion.date, rules: rules, story: story)
      }
      let gained = sheet.thresholds.hoursBeyondFirst(minutes) - hours
      hours += gained
      sheet.add(
        .infusionHour, units: gained, for: given, on: portion.date,
        rules: [pass, longInfusion] + DatesOfService.choice(sheet.policy),
        story: "\(minutes) min give \(hourCount(gained)) past the first")
    }
  }

  private static func explainMinutes(of given: Administration, counted: IntervalSet, on sheet: inout Worksheet) {
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

  private static func addLaterInfusion(_ given: Administration, net: IntervalSet, on sheet: inout Worksheet) {
    var hours = 0
    for portion in portions(of: net, given, sheet.policy) {
      let gained = sheet.thresholds.hoursFromNothing(portion.minutesSoFar) - hours
      hours += gained
      sheet.add(
        .infusionHour, units: gained, for: given, on: portion.date, rules: [pass, newDrugOnly, laterInfusion],
        story: "the same drug again, \(portion.minutesSoFar) min give \(hourCount(gained)) and no new first hour")
    }
    guard hours == 0 else { return }
    sheet.step([newDrugOnly, repeatStaysBusy], rows: given.rows, "\(given.story): the same drug again, no unit")
    if net.minutes < sheet.thresholds.shortestInfusion {
      sheet.note(
        .sameDrugBeside, [newDrugOnly, repeatStaysBusy], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same drug again, \(net.minutes) min of it not beside a coded infusion, earns no unit")
    } else {
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
    let drugs = uniqued(administrations.filter { $0.drugClass != .hydration }.map(\.drug)).sorted()
    guard drugs.contains(where: { $0.description.contains("+") }) else { return }
    for (place, drug) in drugs.enumerated() {
      for other in drugs.dropFirst(place + 1) where !drug.ingredients.isDisjoint(with: other.ingredients) {
        let rows = administrations.filter { $0.drug == drug || $0.drug == other }.flatMap(\.rows)
        sheet.note(
          .mixOverlap, [keysMustMatch], rows: rows.sorted(),
          "\(capitalized(drug.description)) and \(other) share an ingredient and count as different drugs")
      }
    }
  }
}
