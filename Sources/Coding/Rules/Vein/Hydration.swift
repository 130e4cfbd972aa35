import Infusion

/// Fluids and electrolytes that replace what is lost, counted only where they run alone.
enum Hydration {
  static let settledAfterDrugs = Rule(
    "ALG-13", "Fluids are settled once for the whole encounter, after the drugs.", evidence: "D")
  static let fluidsOnly = Rule(
    "HYD-01", "Only ready-made fluid, with or without electrolytes, given to treat or prevent fluid loss.",
    evidence: "S02 S11 S46")
  static let atLeast31 = Rule(
    "HYD-02", "Thirty minutes or less are never billable; from 31 minutes they are.", evidence: "S11 S18")
  static let lastInRank = Rule(
    "HYD-03", "With a drug initial in the encounter every hour of fluids, the first too, has the further-hour code.",
    evidence: "S01 S30")
  static let minutesBesideDrugs = Rule(
    "HYD-04", "Minutes in which any drug, chemo or blood infusion runs, at any site, are taken off fluids.",
    evidence: "S31 S33")
  static let pushMinutes = Rule(
    "HYD-05", "Documented minutes of pushes are taken off fluids too.", evidence: "S30")
  static let piecesAreAdded = Rule(
    "HYD-06", "The stretches of fluid that remain are added, and their sum, not each, must reach the least minutes.",
    evidence: "S31")
  static let onePool = Rule(
    "HYD-07", "All fluids of an encounter are counted together: a minute in which two of them run counts once.",
    evidence: "D")
  static let besideChemoProtocol = Rule(
    "HYD-09", "Ordered fluids before and after chemo count where they do not overlap.", evidence: "S11 S03")
  static let observation = Rule(
    "HYD-10", "In observation fluids count as elsewhere, with one initial for the whole stay.", evidence: "S27 K")
  static let necessity = Rule(
    "HYD-11", "Without a documented reason fluids are coded, with a warning.", evidence: "S02 S47b")
  static let noMinimumVolume = Rule(
    "HYD-12", "No volume is too small by itself.", evidence: "S22b S43")
  static let attribution = Rule(
    "HYD-13", "Stretches of fluid are taken in order of time; each unit belongs to the stretch in which it is earned.",
    evidence: "D"
  )
  static let initialWithoutDrugs = Rule(
    "HIER-08", "Without a drug initial, fluids are the initial, whatever else was injected, transfused or pumped.",
    evidence: "D")
  static let runDate = Rule(
    "DOS-04",
    "Fluid rows that are one infusion stay one when drugs part it: all its stretches carry the date on which it began.",
    evidence: "D")
  static let whatOverlaps = Rule(
    "RD-08",
    "Infusions into a vein, an artery or under the skin, also concurrent ones without a code, clot dissolvers and blood take minutes off fluids; take-home pumps do not.",
    evidence: "D")
  static let pushRemoves = Rule(
    "RD-09", "A push takes its minutes, from its start on, off fluids; so does an infusion of push length.",
    evidence: "D")
  static let rules = [
    settledAfterDrugs, fluidsOnly, atLeast31, lastInRank, minutesBesideDrugs, pushMinutes, piecesAreAdded, onePool,
    besideChemoProtocol, observation, necessity, noMinimumVolume, attribution, initialWithoutDrugs, runDate,
    whatOverlaps, pushRemoves,
  ]

  /// Codes the fluids of the encounter.
  ///
  /// Example: saline 08:00-10:00 beside ceftriaxone 08:30-09:00 ran alone for 30 + 60 = 90 minutes. Ceftriaxone is the
  /// initial, so 90 minutes earn one further hour (96361); without it 120 minutes earn 96360 and 96361 once.
  /// - Parameter others: what ran elsewhere: under the skin, into an artery, clot dissolvers, blood.
  static func derive(from administrations: [Administration], others: [OtherRunning], on sheet: inout Worksheet) {
    let fluids = administrations.filter { $0.drugClass == .hydration }.inOrder { left, right in
      left.start == right.start ? left.index < right.index : isEarlier(left.start, right.start)
    }
    let runs = withEnoughVolume(fluids, on: &sheet)
    guard !runs.isEmpty else { return }
    let shortening = Shortening(
      drugs: administrations.filter { $0.drugClass != .hydration }, others: others, policy: sheet.policy,
      sites: Set(runs.map(\.site)))
    guard sheet.policy.hydrationSecondSite == .ownInitial else {
      let isInitial = !sheet.services.contains { $0.service.isInitial }
      return derive(runs, shortening, isInitial: isInitial, on: &sheet)
    }
    for site in Set(runs.map(\.site)).sorted() {
      let isInitial = !sheet.services.contains { $0.service.isInitial && $0.site == site }
      derive(runs.filter { $0.site == site }, shortening, isInitial: isInitial, on: &sheet)
    }
  }

  /// Codes runs that are settled together.
  private static func derive(
    _ runs: [Administration], _ shortening: Shortening, isInitial: Bool, on sheet: inout Worksheet
  ) {
    let all = FluidPiece.pieces(of: runs, shortening)
    let pieces = FluidPiece.counted(all, shortening, on: sheet)
    let account = FluidAccount(
      runs: runs, minutes: pieces.reduce(0) { $0 + $1.interval.minutes }, isInitial: isInitial,
      besides: shortening.drugs(beside: runs),
      choices: shortening.choices(runs)
        + DatesOfService.choice(sheet.policy, days: pieces.map(\.interval.start.date))
        + (pieces.count < all.count ? sheet.policy.hydrationAccumulation.cited : []),
      pieces: sheet.isExplaining ? FluidPiece.sum(of: pieces) : "")
    guard account.minutes >= sheet.thresholds.shortestHydration else {
      noteShort(account, on: &sheet)
      return
    }
    add(pieces, account, on: &sheet)
    sheet.count(pieces)
    noteNecessity(runs, on: &sheet)
  }

  /// The runs that are not too small by choice (coding-rules DSP-22); a volume that nobody wrote down is not too small.
  private static func withEnoughVolume(_ runs: [Administration], on sheet: inout Worksheet) -> [Administration] {
    let least = sheet.policy.leastHydrationMilliliters
    return runs.filter { run in
      guard let volume = run.volumeMilliliters, volume < least else { return true }
      sheet.note(
        .hydrationVolume, sheet.policy.hydrationVolumeCited, rows: run.rows, on: run.serviceDate,
        "\(run.story): \(volume) mL, and by choice fluids count from \(least) mL on")
      return false
    }
  }

  /// Goes from piece to piece, so that each hour carries the date of the piece whose minute earns it (31, 91, 151).
  private static func add(_ pieces: [FluidPiece], _ account: FluidAccount, on sheet: inout Worksheet) {
    var minutesSoFar = 0
    var firstHourDate: CivilDate?
    var hours: [CivilDate: Int] = [:]
    var hoursSoFar = 0
    for piece in pieces {
      minutesSoFar += piece.interval.minutes
      let date = sheet.policy.dateRule == .splitByDay ? piece.interval.start.date : piece.run.serviceDate
      if account.isInitial, firstHourDate == nil, minutesSoFar >= sheet.thresholds.shortestHydration {
        firstHourDate = date
      }
      let earned =
        account.isInitial
        ? sheet.thresholds.hoursBeyondFirst(minutesSoFar) : sheet.thresholds.hoursFromNothing(minutesSoFar)
      hours[date, default: 0] += earned - hoursSoFar
      hoursSoFar = earned
    }
    if let firstHourDate {
      add(.hydrationFirstHour, units: 1, on: firstHourDate, account, "first hour", &sheet)
    }
    for (date, units) in hours.sorted(by: { $0.key < $1.key }) {
      let further = account.isInitial ? "further " : ""
      add(
        .hydrationHour, units: units, on: date, account, "\(units) \(further)hour\(units == 1 ? "" : "s") of fluids",
        &sheet)
    }
  }

  private static func add(
    _ service: Service, units: Int, on date: CivilDate, _ account: FluidAccount, _ ending: String,
    _ sheet: inout Worksheet
  ) {
    guard units > 0 else { return }
    sheet.add(
      service, .hydration, units: units, on: date, site: account.runs[0].site,
      siteNames: uniqued(account.runs.flatMap(\.siteNames)),
      rules: uniqued(account.runs.flatMap(\.rules))
        + account.rules.map(\.id),
      rows: account.rows, story: "\(account.story): \(ending)")
    sheet.reckon { account.arithmetic(of: service, $0) }
    sheet.step(
      [
        runDate, whatOverlaps, pushRemoves, besideChemoProtocol, observation, noMinimumVolume,
        Concurrency.neverHydration, Pushes.infusionKeepsItsMinutes,
      ], rows: account.rows, "Fluids ran alone for \(account.minutes) min in all")
  }

  private static func noteShort(_ account: FluidAccount, on sheet: inout Worksheet) {
    sheet.note(
      .hydrationShort, [atLeast31, minutesBesideDrugs, pushMinutes, piecesAreAdded] + account.choices,
      rows: account.rows, on: account.runs[0].serviceDate,
      "\(account.story): fluids count from \(sheet.thresholds.shortestHydration) min")
  }

  /// Asks for the reason of fluids that were coded without one.
  private static func noteNecessity(_ runs: [Administration], on sheet: inout Worksheet) {
    let undocumented = runs.filter { !$0.facts.contains(.indicationDocumented) }
    guard !undocumented.isEmpty else { return }
    sheet.note(
      .hydrationNecessity, [necessity], rows: undocumented.flatMap(\.rows).sorted(), on: undocumented[0].serviceDate,
      "No reason for the fluids is documented: payers look for an order and for signs of fluid loss")
  }
}
