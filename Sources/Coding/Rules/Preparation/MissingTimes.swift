import Infusion

/// What stands in for a start or a stop that nobody wrote down.
package enum MissingTimes {
  static let repaired = Rule(
    "ALG-05", "Missing times are repaired before rows are joined.", evidence: "D")
  static let missingStop = Rule(
    "TIME-08",
    "Without a stop, an infusion lasts as long as its recorded volume takes at its recorded rate, else until last seen running, else it counts as a push.",
    evidence: "S01 S18 S17 S20b S22")
  static let nursingRecordOnly = Rule(
    "TIME-09", "Minutes are estimated from the nursing record only, never from the order.", evidence: "S20")
  static let hydrationWithoutStop = Rule(
    "TIME-10", "Fluid without a stop that cannot be estimated supports nothing; it never becomes a push.",
    evidence: "S18 S01")
  static let missingStart = Rule(
    "TIME-11",
    "Without a start, the start is the stop less the estimate; else as without a stop, dated by the stop or the due time.",
    evidence: "D")
  static let pushNeedsNoStop = Rule(
    "TIME-12", "A push needs no stop, but without a start it cannot be a repeat push.", evidence: "K D")
  static let order = Rule(
    "RD-01",
    "Rows are prepared in this order: sites filled in, techniques settled, times repaired, rows joined, short infusions made pushes.",
    evidence: "D")
  static let rules = [
    repaired, missingStop, nursingRecordOnly, hydrationWithoutStop, missingStart, pushNeedsNoStop, order,
  ]

  /// Settles the running time of billable rows; fluid that cannot be timed is no longer billable, with its notice.
  static func repair(_ givings: inout [Giving], on sheet: inout Worksheet) {
    for index in givings.indices where givings[index].isBillable && !givings[index].isCodedWithoutMinutes {
      repair(&givings[index], on: &sheet)
    }
  }

  /// Settles one row: a push needs no stop; an infusion takes what the record lets one reckon, else a drug becomes a
  /// push and fluid supports nothing.
  private static func repair(_ giving: inout Giving, on sheet: inout Worksheet) {
    if giving.row.start == nil, giving.row.stop == nil {
      settleTimeless(&giving, on: &sheet)
      return
    }
    guard giving.row.technique == .infusion || giving.row.technique == .subcutaneousInfusion else {
      giving.running = pushRunning(giving)
      return
    }
    let estimate = estimate(&giving, sheet.policy.missingStop)
    guard cutEstimate(&giving, on: &sheet) else { return }
    if let estimate { note(estimate, of: giving, on: &sheet) }
    if let start = giving.row.start, let stop = giving.row.stop {
      let whole = IntervalSet(Interval(start, stop))
      giving.running =
        giving.row.pauses.isEmpty ? whole : whole.subtracting(IntervalSet(giving.row.pauses))
    } else {
      settleEndless(&giving, on: &sheet)
    }
  }

  /// When a push ran, for what it takes off fluids: from its start for its documented minutes.
  private static func pushRunning(_ giving: Giving) -> IntervalSet {
    guard let start = giving.row.start, giving.isIntravenous || giving.row.route == .intraArterial else {
      return IntervalSet()
    }
    return IntervalSet(Interval(start, start.advanced(byMinutes: Techniques.pushMinutes(of: giving))))
  }

  /// Fills in the time that the record lets one reckon; the notice of it, to be given once the row is known to count.
  private static func estimate(_ giving: inout Giving, _ choice: Policy.MissingStop) -> Estimate? {
    guard giving.row.start == nil || giving.row.stop == nil else { return nil }
    let row = giving.row
    let minutes = estimatedMinutes(row)
    if let start = row.start, row.stop == nil {
      guard choice.estimates else { return nil }
      if let minutes {
        giving.row.stop = start.advanced(byMinutes: minutes)
        // The volume tells the running minutes themselves; pauses are not in them.
        giving.row.pauses = []
      } else if let seen = row.lastSeenRunning, seen > start {
        giving.row.stop = seen
      } else {
        return nil
      }
      giving.rules += [repaired.id, missingStop.id, nursingRecordOnly.id]
      return Estimate(kind: .stopEstimated, rule: missingStop, isReckoned: minutes != nil)
    }
    guard let stop = row.stop, row.start == nil, let minutes else { return nil }
    giving.row.start = stop.advanced(byMinutes: -minutes)
    giving.row.pauses = []
    giving.rules += [repaired.id, missingStart.id]
    return Estimate(kind: .startEstimated, rule: missingStart, isReckoned: true)
  }

  private struct Estimate {
    let kind: NoticeKind
    let rule: Rule
    /// By volume and rate, and not by the last entry that shows it running.
    let isReckoned: Bool
  }

  private static func note(_ estimate: Estimate, of giving: Giving, on sheet: inout Worksheet) {
    let row = giving.row
    let missing = estimate.kind == .stopEstimated ? "stop" : "start"
    let moment = (estimate.kind == .stopEstimated ? row.stop : row.start)?.clock ?? ""
    let source: String
    if estimate.isReckoned, let volume = row.volumeMilliliters, let rate = row.rateMillilitersPerHour {
      source = "\(volume) mL at \(rate) mL/h put it at \(moment)"
    } else {
      source = "it was last seen running at \(moment)"
    }
    sheet.note(
      estimate.kind, [estimate.rule, nursingRecordOnly], rows: [row.source], on: giving.date,
      "\(capitalized(row.drugName)) has no \(missing) time; \(source)")
  }

  /// Cuts estimated times to the encounter; false when nothing of them is left.
  private static func cutEstimate(_ giving: inout Giving, on sheet: inout Worksheet) -> Bool {
    guard let bounds = GivenRows.Bounds(of: sheet.encounter),
      let begin = giving.row.start ?? giving.row.stop, let end = giving.row.stop ?? giving.row.start
    else { return true }
    guard bounds.touch(from: begin, to: end) else {
      sheet.exclude(giving.row, .outsideEncounter, GivenRows.outsideTheEncounter, GivenRows.onlyInsideTheEncounter)
      giving.isBillable = false
      return false
    }
    GivenRows.cut(&giving, to: bounds, on: &sheet)
    return true
  }

  /// What takes more days by volume and rate was written down wrongly: a month.
  package static let longestEstimateDays = 31
  private static let longestEstimate = longestEstimateDays * 1_440

  /// Minutes that the recorded volume takes at the recorded rate; nil when they do not tell.
  ///
  /// Example: 250 mL at 125 mL/h take 120 minutes.
  static func estimatedMinutes(_ row: MARRow) -> Int? {
    guard let volume = row.volumeMilliliters, let rate = row.rateMillilitersPerHour,
      let minutes = volume.wholeQuotient(times: 60, dividedBy: rate), minutes <= longestEstimate
    else { return nil }
    return minutes
  }

  /// Settles an infusion of which one time is known and nothing tells the other: fluid supports nothing, a drug a push.
  private static func settleEndless(_ giving: inout Giving, on sheet: inout Worksheet) {
    let missing = giving.row.stop == nil ? "stop" : "start"
    let rule = giving.row.stop == nil ? missingStop : missingStart
    let cited = sheet.policy.missingStop.cited
    if giving.row.drugClass == .hydration {
      sheet.note(
        .hydrationNoStop, [hydrationWithoutStop, rule] + cited, rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) has no \(missing) time and cannot be timed: fluids without one are not billable"
      )
      giving.isBillable = false
      return
    }
    guard sheet.policy.missingStop.fallsBackToPush else {
      sheet.note(
        .noStop, [rule] + cited, rows: [giving.source], on: giving.date,
        "\(capitalized(giving.row.drugName)) has no \(missing) time and is not timed: by choice it supports nothing")
      giving.isBillable = false
      return
    }
    let service = giving.row.technique == .subcutaneousInfusion ? "an injection" : "a push"
    sheet.note(
      .noStopPush, [rule] + cited, rows: [giving.source], on: giving.date,
      "\(capitalized(giving.row.drugName)) has no \(missing) time and cannot be timed: only \(service) is supported")
    becomePush(&giving, rules: ([repaired, rule] + cited).map(\.id))
  }

  /// Settles a row without any time: fluid supports nothing, a drug one push or one injection.
  private static func settleTimeless(_ giving: inout Giving, on sheet: inout Worksheet) {
    let isHydration = giving.row.drugClass == .hydration && giving.isIntravenous
    let service = giving.isIntravenous || giving.row.route == .intraArterial ? "a push" : "one giving"
    sheet.note(
      isHydration ? .hydrationNoStop : .noTime, [missingStart], rows: [giving.source], on: giving.date,
      "\(capitalized(giving.row.drugName)) has no time at all\(isHydration ? "" : ": only \(service) is supported")")
    if isHydration {
      giving.isBillable = false
    } else if giving.row.technique == .infusion || giving.row.technique == .subcutaneousInfusion {
      becomePush(&giving, rules: [missingStart.id])
    } else {
      giving.rules.append(missingStart.id)
    }
  }

  private static func becomePush(_ giving: inout Giving, rules: [RuleID]) {
    giving.manner = giving.row.start == nil ? .withoutStart : .withoutStop
    giving.row.technique = giving.row.technique == .subcutaneousInfusion ? .injection : .push
    giving.running = IntervalSet()
    giving.rules += rules
  }
}
