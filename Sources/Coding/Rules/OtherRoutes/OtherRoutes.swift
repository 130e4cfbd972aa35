import Infusion

/// Every way in but the vein: each has codes of its own and none competes for the initial (coding-rules 0.3).
enum OtherRoutes {
  static let apartFromTheInitial = Rule(
    "ALG-08", "Services by other routes are coded by themselves and never compete for the initial.", evidence: "K D")
  static let injection = Rule(
    "RTE-01", "Under the skin or into muscle: one unit each injection, by class.", evidence: "K D")
  static let subcutaneousInfusion = Rule(
    "RTE-02",
    "Under the skin for 16 minutes or more: one first hour an encounter, further hours from all minutes added, one unit for a second pump.",
    evidence: "K D")
  static let arterialPush = Rule(
    "RTE-03", "Pushed into an artery: chemo once a drug, other drugs each time.", evidence: "K D")
  static let arterialInfusion = Rule(
    "RTE-04", "Chemo infused into an artery: first hour and further hours; other drugs are unlisted and need review.",
    evidence: "U K D")
  static let lesions = Rule(
    "RTE-05", "Chemo into lesions goes by the count of lesions, once an encounter.", evidence: "K D")
  static let spinal = Rule(
    "RTE-06", "Chemo into spinal fluid has one code by puncture and another through a reservoir.", evidence: "K D")
  static let cavities = Rule(
    "RTE-07", "Chemo into the belly cavity and chemo into the chest cavity have a code each.", evidence: "K D")
  static let bladder = Rule(
    "RTE-08", "Putting a cancer drug into the bladder has a code of its own.", evidence: "K D")
  static let noCode = Rule(
    "RTE-09", "Into skin, joint, nerve, eye, an implant or by mouth: no drug-administration code.", evidence: "K D")
  static let onBodyInjector = Rule(
    "RTE-10", "Applying an on-body injector to the skin has a code of its own.", evidence: "K D")
  static let firstHourAndSession = Rule(
    "RD-14",
    "Chemo into an artery has one first hour an encounter, for all its minutes together, overlaps once; a session is a date of service.",
    evidence: "D")
  static let punctureByAnother = Rule(
    "RD-19", "Spinal chemo with the puncture done by someone else needs review; modifier 52 is suggested.",
    evidence: "D")
  static let procedureIncludesInjection = Rule(
    "CLS-27", "Injections into skin, joint, nerve, spine, eye or for dental work belong to procedure codes.",
    evidence: "K")
  static let rules = [
    apartFromTheInitial, injection, subcutaneousInfusion, arterialPush, arterialInfusion, lesions, spinal, cavities,
    bladder, noCode,
    onBodyInjector, firstHourAndSession, punctureByAnother, procedureIncludesInjection,
  ]

  /// Codes the rows of other routes and returns the vein rows.
  static func derive(from givings: [Giving], on sheet: inout Worksheet) -> [Giving] {
    guard givings.contains(where: { !$0.isIntravenous }) else { return givings }
    let others = withoutFluids(givings.filter { !$0.isIntravenous }, on: &sheet)
    let byRoute = Dictionary(grouping: others, by: \.row.route)
    let shots = (byRoute[.subcutaneous] ?? []) + (byRoute[.intramuscular] ?? [])
    injections(SplitDoses.counted(shots, sheet.policy.splitDose), on: &sheet)
    SubcutaneousInfusion.derive(from: byRoute[.subcutaneous] ?? [], on: &sheet)
    Arterial.derive(from: byRoute[.intraArterial] ?? [], on: &sheet)
    chemoOnly(byRoute[.intralesional] ?? [], on: &sheet, lesionCodes)
    chemoOnly(byRoute[.intrathecal] ?? [], on: &sheet, spinalCodes)
    chemoOnly(byRoute[.intraperitoneal] ?? [], on: &sheet) {
      onePerDate($0, .peritoneal, cavities, "into the belly cavity", on: &$1)
    }
    chemoOnly(byRoute[.intrapleural] ?? [], on: &sheet) {
      onePerDate($0, .pleural, cavities, "into the chest cavity", on: &$1)
    }
    chemoOnly(byRoute[.intravesical] ?? [], on: &sheet) {
      onePerDate($0, .bladder, bladder, "into the bladder", on: &$1)
    }
    for route in [Route.intradermal, .oral, .nasal, .other] {
      for giving in byRoute[route] ?? [] { sheet.exclude(giving.row, .route, noCode, procedureIncludesInjection) }
    }
    return givings.filter(\.isIntravenous)
  }

  private static func withoutFluids(_ givings: [Giving], on sheet: inout Worksheet) -> [Giving] {
    givings.filter { giving in
      guard giving.row.drugClass == .hydration else { return true }
      dropFluid(giving, on: &sheet)
      return false
    }
  }

  /// Fluid that is not infused into a vein supports nothing.
  static func dropFluid(_ giving: Giving, on sheet: inout Worksheet) {
    sheet.exclude(giving.row, .route, Techniques.oddRoutes)
    sheet.note(
      .hydrationRoute, [Techniques.oddRoutes], rows: [giving.source], on: giving.date,
      "\(capitalized(giving.row.drugName)) is documented as pushed, injected or under the skin: fluids count only as a vein infusion"
    )
  }

  /// "Ceftriaxone at 09:00".
  static func story(_ giving: Giving) -> String {
    let when = (giving.row.start ?? giving.row.stop).map { " at \($0.clock)" } ?? ""
    return "\(capitalized(giving.row.drugName))\(when)"
  }

  // MARK: Injections

  /// One unit each shot, under the skin or into muscle: 96372, cancer drugs 96401 or 96402; an on-body injector 96377.
  private static func injections(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings {
      switch giving.row.technique {
      case .onBodyInjector:
        add(.onBodyInjector, .therapeutic, giving, onBodyInjector, "an on-body injector was applied", on: &sheet)
      case .injection:
        let place = giving.row.route == .intramuscular ? "into muscle" : "under the skin"
        add(.injection, giving.row.drugClass.serviceClass, giving, injection, "one injection \(place)", on: &sheet)
      default: break
      }
    }
  }

  /// Writes down one unit of one row, dated by it.
  static func add(
    _ service: Service, _ serviceClass: ServiceClass, _ giving: Giving, _ rule: Rule, _ ending: String,
    on sheet: inout Worksheet
  ) {
    sheet.add(
      service, serviceClass, on: giving.date ?? sheet.firstDate,
      rules: giving.rules + [apartFromTheInitial.id, rule.id],
      rows: ([giving.source] + giving.mixedRows).sorted(), story: "\(story(giving)): \(ending)")
  }

  // MARK: Chemo into cavities

  /// Leaves out drugs that are not chemo: these routes have codes for chemo alone.
  private static func chemoOnly(
    _ givings: [Giving], on sheet: inout Worksheet, _ code: ([Giving], inout Worksheet) -> Void
  ) {
    for giving in givings where giving.row.drugClass != .chemo {
      sheet.exclude(giving.row, .route, noCode, procedureIncludesInjection)
    }
    let chemo = givings.filter { $0.row.drugClass == .chemo }
    if !chemo.isEmpty { code(chemo, &sheet) }
  }

  /// One unit for each day on which it was given: 96446 and 96440 for the belly and the chest, 51720 for the bladder.
  private static func onePerDate(
    _ givings: [Giving], _ service: Service, _ rule: Rule, _ ending: String, on sheet: inout Worksheet
  ) {
    let firstDate = sheet.firstDate
    let byDate = Dictionary(grouping: givings) { $0.date ?? firstDate }
    for (date, session) in byDate.sorted(by: { $0.key < $1.key }) {
      sheet.add(
        service, .chemo, on: date, rules: [apartFromTheInitial.id, rule.id, firstHourAndSession.id],
        rows: session.map(\.source).sorted(),
        story: "\(session.map(story).joined(separator: ", ")): \(ending)")
    }
  }

  /// One code for all lesions: up to seven (96405), or eight and more (96406).
  private static func lesionCodes(_ givings: [Giving], on sheet: inout Worksheet) {
    // No one injects more lesions than this in a visit; a larger number cannot be meant.
    let counted = givings.compactMap(\.row.lesions).map { min($0, 1_000) }
    let count = counted.reduce(0, +)
    let rows = givings.map(\.source).sorted()
    let date = givings.compactMap(\.date).min() ?? sheet.firstDate
    guard counted.count == givings.count, count > 0 else {
      sheet.note(
        .lesionCount, [lesions], rows: rows, on: date,
        "\(story(givings[0])) went into lesions, and their number is not documented: the code depends on it")
      return
    }
    sheet.add(
      count < sheet.thresholds.manyLesions ? .lesionsFew : .lesionsMany, .chemo, on: date,
      rules: [apartFromTheInitial.id, lesions.id],
      rows: rows, story: "\(story(givings[0])): into \(count) lesion\(count == 1 ? "" : "s")")
  }

  /// By puncture (96450) or through a reservoir (96542); where nobody says, by puncture and with a question.
  private static func spinalCodes(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings where !giving.row.facts.contains(.reservoir) && !giving.row.facts.contains(.noReservoir) {
      sheet.note(
        .reservoirNotStated, [spinal], rows: [giving.source], on: giving.date,
        "\(story(giving)): the record does not say whether it went by puncture or through a reservoir")
    }
    for giving in givings where giving.row.facts.contains(.punctureByAnother) {
      sheet.note(
        .punctureByAnother, [punctureByAnother], rows: [giving.source], on: giving.date,
        "\(story(giving)): the puncture was done by another provider; consider modifier 52")
    }
    let reservoir = givings.filter { $0.row.facts.contains(.reservoir) }
    let puncture = givings.filter { !$0.row.facts.contains(.reservoir) }
    onePerDate(reservoir, .intrathecalReservoir, spinal, "into spinal fluid through a reservoir", on: &sheet)
    onePerDate(puncture, .intrathecal, spinal, "into spinal fluid", on: &sheet)
  }
}
