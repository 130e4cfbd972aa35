import Infusion

/// A drug infused again after it was coded: further hours, and no new first one.
enum SameDrugAgain {
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
  static let rules = [
    newDrugOnly, laterInfusion, laterPush, uncodedDoesNotCount, keysMustMatch, repeatStaysBusy,
  ]

  /// Codes a further infusion of a drug already coded; the minutes by which the drug's total grows.
  ///
  /// Example: vancomycin ran 08:00-10:00; again 14:00-14:40 it has one further hour (96366), and 14:00-14:25 none.
  static func add(
    _ given: Administration, net: IntervalSet, minutesBefore: Int, _ account: inout Infusions.Account,
    on sheet: inout Worksheet
  ) -> Int {
    if isRepeatPush(given, net, on: sheet) {
      account.pushes.append(given)
    } else {
      addHours(given, net: net, minutesBefore: minutesBefore, on: &sheet)
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

  private static func addHours(
    _ given: Administration, net: IntervalSet, minutesBefore: Int, on sheet: inout Worksheet
  ) {
    let choice = sheet.policy.sameDrugRepeat
    let rules =
      [Infusions.minutesNotYetTaken, newDrugOnly]
      + (choice == .eachFrom16 || choice == .cumulative ? choice.cited : [laterInfusion])
    var hours = 0
    let portions = DatesOfService.portions(of: net, startingOn: given.serviceDate, sheet.policy.dateRule)
    let dating = DatesOfService.choice(sheet.policy, days: portions.map(\.date))
    for portion in portions {
      let gained = self.hours(portion.minutesSoFar, minutesBefore: minutesBefore, on: sheet) - hours
      guard gained > 0 else { continue }
      hours += gained
      let added = choice == .cumulative ? " after \(minutesBefore) min before" : ""
      let earned = "\(portion.minutesSoFar) min\(added) give \(Infusions.hourCount(gained))"
      sheet.add(
        .infusionHour, units: gained, for: given, on: portion.date, rules: rules + dating,
        story: "the same drug again, \(earned) and no new first hour")
      if choice == .eachFrom31 || choice == .pushTo30 {
        sheet.reckon { $0.sumFromNothing(portion.minutesSoFar) }
      }
    }
    if hours == 0 { noteNoUnit(given, net, on: &sheet) }
  }

  private static func noteNoUnit(_ given: Administration, _ net: IntervalSet, on sheet: inout Worksheet) {
    let choice = sheet.policy.sameDrugRepeat
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
