import Infusion

/// Drugs pushed into a vein.
enum Pushes {
  static let siteBySite = Rule(
    "ALG-12", "Pushes are coded site by site: the initial first, then by start, drug name and row.", evidence: "D")
  static let initialPush = Rule(
    "PUSH-01", "A site's initial that is a push has the initial push code, even if the drug was given at another site.",
    evidence: "D")
  static let newDrug = Rule(
    "PUSH-02", "A drug not yet pushed nor infused in the encounter earns one additional-push unit.", evidence: "K")
  static let repeatPush = Rule(
    "PUSH-03",
    "Facility: a further push of a drug counts when more than 30 minutes from every reported push of it and from any infusion of it.",
    evidence: "S22 S28 S29 K")
  static let unreportedDoNotReset = Rule(
    "PUSH-04", "A push that was not reported does not restart the 30 minutes.", evidence: "D")
  static let startToStart = Rule(
    "PUSH-05", "The distance of two pushes is measured from start to start.", evidence: "D")
  static let noRepeat = Rule(
    "PUSH-06", "Repeat pushes: none for physicians; none for chemo, which needs review.", evidence: "K")
  static let noRepeatForPhysicians = Rule(
    "HIER-14", "Physicians never report a repeat push of the same drug.", evidence: "K")
  static let loadingPush = Rule(
    "PUSH-07", "A loading push before a drip of the same drug is part of the infusion.", evidence: "S29")
  static let splitDose = Rule(
    "PUSH-09", "One dose pushed in pieces within 30 minutes is one push.", evidence: "D")
  static let infusionKeepsItsMinutes = Rule(
    "PUSH-10", "Pushes during an infusion do not shorten it; they do shorten fluids.", evidence: "K")
  static let rules = [
    siteBySite, initialPush, newDrug, repeatPush, unreportedDoNotReset, startToStart, noRepeat, noRepeatForPhysicians,
    loadingPush, splitDose, infusionKeepsItsMinutes,
  ]

  /// What is known of a drug when its next push is judged.
  private struct Drug {
    /// One giving of it: its place, and when it ran.
    struct Span {
      let index: Int
      let interval: Interval
    }

    var wasPushed = false
    /// Starts of pushes that hold a code.
    var reported: [ClockTime] = []
    /// All its pushes in the encounter, reported or not.
    var pushes: [Span] = []
    /// From first to last drop of each of its infusions, coded or not.
    var infusions: [Span] = []
  }

  /// Codes the pushes of all sites, in the order of `sites`.
  ///
  /// - Parameter infused: later infusions that by choice are judged as repeat pushes.
  static func derive(
    from administrations: [Administration], infused: [Administration], sites: [Int], initials: [Int: Int],
    on sheet: inout Worksheet
  ) {
    guard !infused.isEmpty || administrations.contains(where: isDrugPush) else { return }
    var drugs = ShortMap<DrugKey, Drug>()
    for given in administrations where given.drugClass != .hydration {
      guard let span = given.span.map({ Drug.Span(index: given.index, interval: $0) }) else { continue }
      if given.technique == .infusion {
        drugs[given.drug, default: Drug()].infusions.append(span)
      } else {
        drugs[given.drug, default: Drug()].pushes.append(span)
      }
    }
    for site in sites {
      let pushes = administrations.filter { $0.site == site && isDrugPush($0) }
      for given in inOrder(pushes + infused.filter { $0.site == site }, initial: initials[site]) {
        judge(given, isInitial: given.index == initials[site], &drugs[given.drug, default: Drug()], on: &sheet)
      }
    }
  }

  private static func isDrugPush(_ given: Administration) -> Bool {
    given.technique == .push && given.drugClass != .hydration
  }

  private static func inOrder(_ pushes: [Administration], initial: Int?) -> [Administration] {
    pushes.inOrder { left, right in
      if (left.index == initial) != (right.index == initial) { return left.index == initial }
      if left.start != right.start { return isEarlier(left.start, right.start) }
      return (left.drug, left.serviceDate, left.index) < (right.drug, right.serviceDate, right.index)
    }
  }

  /// Codes one push: the initial (96374), a drug's first (96375), or a further one of it (96376), where that counts.
  private static func judge(
    _ given: Administration, isInitial: Bool, _ drug: inout Drug, on sheet: inout Worksheet
  ) {
    defer { drug.wasPushed = true }
    if isInitial {
      let rules = [
        siteBySite, initialPush, Hierarchy.oneInitialPerSite, Hierarchy.order, Hierarchy.onePerEncounter,
      ]
      sheet.add(.pushInitial, for: given, rules: rules, story: "the initial service of this site")
    } else if !drug.wasPushed, drug.infusions.isEmpty {
      sheet.add(.pushAdditional, for: given, rules: [siteBySite, newDrug], story: "a push of another drug")
    } else if isReportedLoadingPush(given, drug, on: sheet) {
      sheet.add(
        .pushAdditional, for: given, rules: [siteBySite] + sheet.policy.bolusThenInfusion.cited,
        story: "a loading push before the drip of the same drug, by choice a push of its own")
    } else {
      guard addRepeat(given, drug, on: &sheet) else { return }
    }
    if let start = given.start { drug.reported.append(start) }
  }

  /// Whether by choice a first push counts although a drip of the same drug began soon after (coding-rules DSP-14).
  private static func isReportedLoadingPush(_ given: Administration, _ drug: Drug, on sheet: Worksheet) -> Bool {
    guard sheet.policy.bolusThenInfusion == .report, given.drugClass == .therapeutic, !drug.wasPushed,
      let start = given.start
    else { return false }
    let least = sheet.policy.pushInterval.leastMinutes(sheet.thresholds)
    let loads = drug.infusions.contains { span in
      span.interval.start >= start && span.interval.start.minutes(since: start) < least
    }
    return loads && obstacle(to: given, at: start, drug, on: sheet) == nil
  }

  /// Whether a further push of a drug earned a unit.
  ///
  /// Example, in a facility: morphine at 09:00 is reported; at 09:30 it is 30 minutes apart and is not; at 09:31 it would
  /// be reported (96376), for the distance is that from 09:00, the last push reported.
  private static func addRepeat(_ given: Administration, _ drug: Drug, on sheet: inout Worksheet) -> Bool {
    if given.drugClass == .chemo {
      sheet.note(
        .chemoPushRepeat, [noRepeat], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same chemo drug again; no code exists for a further push")
      return false
    }
    if sheet.encounter.setting == .professional {
      sheet.note(
        .pushRepeatProfessional, [noRepeat, noRepeatForPhysicians], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same drug again; a physician may not report a further push of it")
      return false
    }
    guard let start = given.start else {
      sheet.note(
        .pushNoStart, [MissingTimes.pushNeedsNoStop], rows: given.rows, on: given.serviceDate,
        "\(given.story): the same drug again, but without a start its distance from the last push is not known")
      return false
    }
    let chosen = choices(given, drug, on: sheet)
    if let obstacle = obstacle(to: given, at: start, drug, on: sheet) {
      sheet.note(
        .pushWithin30,
        [repeatPush, startToStart, splitDose]
          + (drug.infusions.isEmpty ? [unreportedDoNotReset] : [loadingPush, SameDrugAgain.laterPush]) + chosen,
        rows: given.rows, on: given.serviceDate, "\(given.story): the same drug \(obstacle); not reported again")
      return false
    }
    let distance =
      sheet.policy.pushInterval == .moreThan30 ? "more than 30 min after it was last reported" : "30 min or more after"
    sheet.add(
      .pushRepeat, for: given,
      rules: [siteBySite, repeatPush, unreportedDoNotReset, startToStart]
        + (drug.infusions.isEmpty ? [] : [SameDrugAgain.laterPush]) + chosen,
      story: "the same drug again, \(distance)")
    return true
  }

  /// Rules of the choices that a repeat push rests on.
  private static func choices(_ given: Administration, _ drug: Drug, on sheet: Worksheet) -> [Rule] {
    let policy = sheet.policy
    let interval = policy.pushInterval == .standard ? policy.pushIntervalFrom.cited : policy.pushInterval.cited
    return interval + (given.technique == .infusion ? policy.sameDrugRepeat.cited : [])
      + (drug.infusions.isEmpty ? [] : policy.bolusThenInfusion.cited)
  }

  /// What stands too near to this push of the drug, in words; nil when nothing does.
  private static func obstacle(
    to given: Administration, at start: ClockTime, _ drug: Drug, on sheet: Worksheet
  ) -> String? {
    let least = sheet.policy.pushInterval.leastMinutes(sheet.thresholds)
    if let push = drug.reported.first(where: { abs(start.minutes(since: $0)) < least }) {
      return "was reported at \(push.clock), \(abs(start.minutes(since: push))) min apart"
    }
    if sheet.policy.pushIntervalFrom == .any, let push = lastPush(before: given, at: start, drug, least: least) {
      return "was pushed at \(push.clock), \(start.minutes(since: push)) min before"
    }
    let infusion = drug.infusions.first { span in
      // By choice a drip that begins after the push does not take it in (DSP-14).
      let isLater = sheet.policy.bolusThenInfusion == .report && span.interval.start >= start
      return span.index != given.index && !isLater && span.interval.start.minutes(since: start) < least
        && start.minutes(since: span.interval.stop) < least
    }
    return infusion.map { "is infused \($0.interval.start.clock)-\($0.interval.stop.clock), within 30 min" }
  }

  /// The start of an earlier push that is too near, reported or not (coding-rules DSP-15).
  private static func lastPush(
    before given: Administration, at start: ClockTime, _ drug: Drug, least: Int
  ) -> ClockTime? {
    drug.pushes.first { push in
      (push.interval.start, push.index) < (start, given.index) && start.minutes(since: push.interval.start) < least
    }?.interval.start
  }
}
