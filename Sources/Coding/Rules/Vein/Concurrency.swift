import Infusion

/// Infusions that run beside others.
enum Concurrency {
  static let definition = Rule(
    "CONC-01",
    "Concurrent is a different drug in a container of its own at the same site and time; not a push, injection, fluid or mixture.",
    evidence: "S23 S47")
  static let fullOverlap = Rule(
    "CONC-02", "Full or nearly full overlap is concurrent, back to back is sequential.", evidence: "D")
  static let netTime = Rule(
    "CONC-03",
    "A partly overlapping infusion is sequential when 16 minutes or more lie outside coded infusions, else concurrent; never both.",
    evidence: "S21 D")
  static let needsParent = Rule(
    "CONC-04", "A concurrent infusion needs an initial infusion at its site, or a chemo pump started in the encounter.",
    evidence: "D")
  static let oncePerDate = Rule(
    "CONC-05", "One concurrent unit a date of service, whatever the drugs, hours and sites.", evidence: "S22b S40")
  static let neverHydration = Rule(
    "CONC-06", "Fluids are never concurrent: their minutes beside a drug are lost.", evidence: "S22b S46 K")
  static let besideChemo = Rule(
    "CONC-07", "A therapeutic drug infused during chemo is concurrent.", evidence: "S24")
  static let chemoBesideChemo = Rule(
    "CONC-08", "Chemo infused during chemo has no code: a person decides.", evidence: "S24 S23")
  static let measuredAgainstCoded = Rule(
    "CONC-09", "Overlap is measured only against infusions that hold a timed code at that site.", evidence: "D")
  static let cap = Rule(
    "ALG-14", "Of concurrent infusions the earliest of each date is kept.", evidence: "D")
  static let parentsAreSettled = Rule(
    "RD-06", "Parents of a concurrent infusion are the initial infusion of its site or a chemo pump of the encounter.",
    evidence: "D")
  static let capDate = Rule(
    "DOS-06", "The cap on concurrent infusions goes by the date on which each starts.", evidence: "D")
  static let rules = [
    definition, fullOverlap, netTime, needsParent, oncePerDate, neverHydration, besideChemo, chemoBesideChemo,
    measuredAgainstCoded, cap, parentsAreSettled, capDate,
  ]

  /// What an infusion is of a drug not coded before.
  enum Place {
    /// With the minutes that count.
    case sequential(IntervalSet)
    case concurrent
    /// Sequential, and too short for it by choice (coding-rules DSP-26).
    case tooShort(minutes: Int)
  }

  /// What a further drug is, beside infusions that are coded already.
  ///
  /// Example: of 60 minutes, 15 outside coded infusions make it concurrent (96368), 16 sequential (96367).
  /// - Parameter net: its minutes that lie outside coded infusions of its site.
  static func place(of given: Administration, net: IntervalSet, on sheet: Worksheet) -> Place {
    let overlap = given.minutes - net.minutes
    let shortest = sheet.thresholds.shortestInfusion
    let isConcurrent: Bool
    // Chemo beside chemo has no concurrent code, so that what of it runs alone is always sequential (DSP-04).
    switch given.drugClass == .chemo ? .netTime : sheet.policy.concurrentRule {
    case .netTime: isConcurrent = net.minutes < (given.isCutShort ? 1 : shortest)
    case .overlapFrom16: isConcurrent = overlap >= shortest
    case .anyOverlap: isConcurrent = overlap > 0
    }
    if isConcurrent { return .concurrent }
    let goesByNet = given.drugClass == .chemo || sheet.policy.concurrentRule == .netTime
    let counted = goesByNet ? net : given.running
    let isLongEnough = given.isCutShort || counted.minutes >= sheet.policy.sequentialMinimum.minutes(sheet.thresholds)
    return isLongEnough ? .sequential(counted) : .tooShort(minutes: counted.minutes)
  }

  /// Codes what ran beside other infusions, once the initials of every site are written down.
  static func derive(from candidates: [Administration], on sheet: inout Worksheet) {
    guard !candidates.isEmpty else { return }
    var withParent: [Administration] = []
    for given in candidates {
      if given.drugClass == .chemo {
        settleChemo(given, on: &sheet)
      } else if hasParent(given, on: sheet) {
        withParent.append(given)
      } else {
        sheet.note(
          .concurrentNoParent, [needsParent, parentsAreSettled] + sheet.policy.concurrentRule.cited, rows: given.rows,
          on: given.serviceDate,
          "\(given.story), beside another infusion: a concurrent service has no initial infusion to follow here")
      }
    }
    addCapped(withParent, on: &sheet)
  }

  /// Chemo beside chemo: a question, by choice 96549 or nothing (coding-rules DSP-04).
  private static func settleChemo(_ given: Administration, on sheet: inout Worksheet) {
    let cited = sheet.policy.concurrentChemo.cited
    switch sheet.policy.concurrentChemo {
    case .review:
      sheet.note(
        .concurrentChemo, [chemoBesideChemo, definition], rows: given.rows, on: given.serviceDate,
        "\(given.story), beside another chemo infusion: no code exists for that; consider an unlisted service")
    case .unlisted:
      sheet.add(
        .unlistedDrugService, for: given, rules: [Infusions.minutesNotYetTaken, definition] + cited,
        story: "beside another chemo infusion, by choice an unlisted service")
    case .none:
      sheet.note(
        .concurrentChemoNotCoded, [definition] + cited, rows: given.rows, on: given.serviceDate,
        "\(given.story), beside another chemo infusion: by choice not coded")
    }
  }

  /// Whether an initial infusion at its site, or a chemo pump of the encounter, is there for 96368 to follow.
  private static func hasParent(_ given: Administration, on sheet: Worksheet) -> Bool {
    sheet.services.contains { service in
      (service.service == .infusionInitial && service.site == given.site)
        || (service.serviceClass == .chemo && service.service == .pumpStart)
    }
  }

  /// One 96368 a day, by choice an encounter, for the infusion that began first; the others are noted.
  private static func addCapped(_ candidates: [Administration], on sheet: inout Worksheet) {
    var dates: Set<CivilDate> = []
    let inOrder = candidates.sorted { left, right in
      left.start == right.start
        ? (left.drug, left.index) < (right.drug, right.index) : isEarlier(left.start, right.start)
    }
    let cap = sheet.policy.concurrentCap
    let how = sheet.policy.concurrentRule == .netTime ? [netTime] : sheet.policy.concurrentRule.cited
    let often = cap == .eachDate ? [oncePerDate, capDate] : cap.cited
    for given in inOrder {
      if cap == .eachDate ? !dates.contains(given.serviceDate) : dates.isEmpty {
        dates.insert(given.serviceDate)
        sheet.add(
          .infusionConcurrent, for: given,
          rules: [Infusions.minutesNotYetTaken] + how + [needsParent] + often + [AccessSites.lumensAreOneSite],
          story: "another drug at the same time, counted once \(cap == .eachDate ? "a day" : "an encounter")")
        sheet.step(
          [definition, fullOverlap, besideChemo, measuredAgainstCoded, parentsAreSettled], rows: given.rows,
          "\(given.story), beside a coded infusion: concurrent")
      } else {
        sheet.note(
          .concurrentCap, [Self.cap] + often, rows: given.rows, on: given.serviceDate,
          "\(given.story), beside another infusion: one concurrent service "
            + "\(cap == .eachDate ? "a day" : "an encounter") is already counted")
      }
    }
  }
}
