import Infusion

/// Push or infusion: what the record says, and what minutes make of it.
enum Techniques {
  static let settled = Rule(
    "ALG-06",
    "An unknown vein technique is settled by documented minutes, then by a rate or a bag-sized volume; a drug infusion no longer than a push is a push.",
    evidence: "D")
  static let shortInfusionIsPush = Rule(
    "TIME-01",
    "Fifteen minutes or less into a vein is a push, even when hung as a bag; sixteen or more is an infusion.",
    evidence: "S01 S04")
  static let attendedPushStays = Rule(
    "TIME-02", "A push by hand stays a push however long it is documented; a long one is worth a look.",
    evidence: "S04 D")
  static let zeroMinutes = Rule(
    "TIME-13", "An infusion that stops when it starts ran 0 minutes: a push.", evidence: "D")
  static let stoppedByReaction = Rule(
    "RD-20", "A chemo infusion stopped by a reaction is coded by its actual minutes; look at modifiers 52 and 53.",
    evidence: "D")
  static let boneCountsAsVein = Rule(
    "SITE-09", "Into bone counts as into a vein.", evidence: "U D")
  static let oddRoutes = Rule(
    "RD-16",
    "Fluid pushed or given under the skin supports nothing; a hormonal drug into a vein is chemo, into an artery needs review.",
    evidence: "D")
  static let rules = [
    settled, shortInfusionIsPush, attendedPushStays, zeroMinutes, stoppedByReaction, boneCountsAsVein,
    oddRoutes,
  ]

  /// Settles the technique of each row from its route, its minutes, its rate and its volume.
  static func settle(_ givings: inout [Giving], on sheet: inout Worksheet) {
    for index in givings.indices where givings[index].isBillable {
      let documented = givings[index].row.technique
      let technique = technique(of: givings[index], sheet.thresholds)
      if technique != documented { givings[index].row.technique = technique }
      if documented == .unknown, givings[index].isIntravenous || givings[index].row.route == .intraArterial {
        givings[index].rules.append(settled.id)
        sheet.step(
          [settled], rows: [givings[index].source],
          "\(capitalized(givings[index].row.drugName)), technique not documented: taken as \(technique.rawValue)")
      }
      noteLongPush(givings[index], on: &sheet)
    }
  }

  /// What the route makes of the technique: injected into a vein is a push, pushed under the skin an injection.
  private static func technique(of giving: Giving, _ thresholds: Thresholds) -> Technique {
    let technique = giving.row.technique
    switch giving.row.route {
    case .intravenous, .intraosseous, .intraArterial:
      switch technique {
      case .unknown: return unknownVeinTechnique(of: giving, thresholds)
      case .injection: return .push
      case .subcutaneousInfusion: return .infusion
      default: return technique
      }
    case .subcutaneous:
      if technique == .infusion { return .subcutaneousInfusion }
      return technique == .unknown || technique == .push ? .injection : technique
    default:
      return [.unknown, .push, .infusion, .subcutaneousInfusion].contains(technique) ? .injection : technique
    }
  }

  /// Push or infusion, where the record does not say: by minutes, else by a rate, else by a volume as large as a bag.
  private static func unknownVeinTechnique(of giving: Giving, _ thresholds: Thresholds) -> Technique {
    if let minutes = giving.documentedMinutes { return minutes <= thresholds.longestPush ? .push : .infusion }
    if giving.row.rateMillilitersPerHour != nil { return .infusion }
    if let volume = giving.row.volumeMilliliters, volume >= thresholds.infusionMilliliters { return .infusion }
    return .push
  }

  /// Minutes that the record gives a push.
  static func pushMinutes(of giving: Giving) -> Int {
    // A push longer than a day was written down wrongly.
    if let documented = giving.row.pushMinutes, documented > 0 { return min(documented, 1_440) }
    return giving.documentedMinutes ?? 0
  }

  /// Asks about a push longer than 15 minutes; it stays a push.
  private static func noteLongPush(_ giving: Giving, on sheet: inout Worksheet) {
    guard giving.row.technique == .push, giving.isIntravenous, giving.row.drugClass != .hydration else { return }
    let minutes = pushMinutes(of: giving)
    guard minutes > sheet.thresholds.longestPush else { return }
    sheet.note(
      .longPush, [attendedPushStays], rows: [giving.source], on: giving.date,
      "\(capitalized(giving.row.drugName)) is documented as a push of \(minutes) min; it stays a push")
  }

  /// Turns a drug infusion that ran no longer than a push into one (coding-rules RD-01: after rows are joined).
  ///
  /// Example: famotidine hung 08:00-08:15 is a push (96374 or 96375), 08:00-08:16 an infusion (96365 or 96367).
  static func shortInfusionAsPush(_ given: Administration, on sheet: inout Worksheet) -> Administration {
    guard given.technique == .infusion, given.drugClass != .hydration,
      given.minutes <= sheet.thresholds.longestPush
    else { return given }
    if let infusion = cutShort(given, sheet.policy) { return infusion }
    let fromStart = given.start.map { IntervalSet(Interval($0, $0.advanced(byMinutes: given.minutes))) }
    let push = Administration(
      given, technique: .push, manner: .shortInfusion, running: fromStart,
      furtherRules: [shortInfusionIsPush.id, MissingTimes.order.id])
    if given.minutes == 0 {
      sheet.note(
        .zeroMinutes, [zeroMinutes], rows: given.rows, on: given.serviceDate,
        "\(capitalized(given.drugName)) ran no whole minute: taken as a push")
    }
    if given.facts.contains(.discontinued), given.drugClass == .chemo {
      sheet.note(
        .discontinued, [stoppedByReaction], rows: given.rows, on: given.serviceDate,
        "\(capitalized(given.drugName)) was stopped after \(given.minutes) min: coded as given; consider modifier 52 or 53"
      )
    }
    return push
  }

  /// A chemo infusion that a reaction stopped and that by choice stays an infusion; nil for every other.
  private static func cutShort(_ given: Administration, _ policy: Policy) -> Administration? {
    guard policy.discontinuedInfusion == .infusionWith53, given.facts.contains(.discontinued),
      given.drugClass == .chemo, given.minutes > 0
    else { return nil }
    return Administration(given, isCutShort: true)
  }
}
