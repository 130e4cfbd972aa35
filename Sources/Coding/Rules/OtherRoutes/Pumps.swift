import Infusion

/// Pumps that leave with the patient, and their refills.
enum Pumps {
  static let start = Rule(
    "ALG-09",
    "Starting a pump that runs on after the visit is a service of its own: it is no initial and takes up no time of its site.",
    evidence: "D")
  static let homePump = Rule(
    "TIME-21",
    "A pump started here that runs on for more than 8 hours is coded once, without hours and without its disconnection.",
    evidence: "S38 K")
  static let trusted = Rule(
    "RD-15",
    "A long pump is trusted without checking 8 hours; one bag counts once; a physician's non-chemo pump needs review.",
    evidence: "D")
  static let refill = Rule(
    "ALG-20", "A pump refill is coded as such; its drug gets no other administration code.", evidence: "K")
  static let rules = [start, homePump, trusted, refill]

  /// Codes pumps and refills and returns the other rows.
  static func derive(from givings: [Giving], on sheet: inout Worksheet) -> [Giving] {
    guard givings.contains(where: { $0.row.technique == .longPump || $0.row.technique == .pumpRefill }) else {
      return givings
    }
    var starts: [Pump: [Giving]] = [:]
    var order: [Pump] = []
    var rest: [Giving] = []
    for giving in givings {
      switch giving.row.technique {
      case .pumpRefill: addRefill(giving, on: &sheet)
      case .longPump:
        let pump = Pump(giving)
        if starts[pump] == nil { order.append(pump) }
        starts[pump, default: []].append(giving)
      default: rest.append(giving)
      }
    }
    for pump in order { addStart(starts[pump] ?? [], on: &sheet) }
    return rest
  }

  /// Rows of one pump: one bag of one drug by one route; a row without a bag is a pump of its own.
  private struct Pump: Hashable {
    let bag: String?
    let drug: DrugKey
    let route: Route
    let index: Int?

    init(_ giving: Giving) {
      bag = giving.row.bag
      drug = giving.row.drug
      route = giving.row.route
      index = giving.row.bag == nil ? giving.index : nil
    }
  }

  /// One unit each refill: 96521 for a pump that is carried, 96522 for one that is implanted.
  private static func addRefill(_ giving: Giving, on sheet: inout Worksheet) {
    // Refilling a spinal pump is a procedure of its own (coding-rules 1.4, COD-62322).
    guard giving.row.route != .intrathecal else {
      sheet.exclude(giving.row, .procedure, refill, OtherRoutes.procedureIncludesInjection)
      return
    }
    let implanted = giving.row.facts.contains(.implantedPump)
    add(
      implanted ? .pumpRefillImplanted : .pumpRefillPortable, .any, [giving], [refill],
      "the \(implanted ? "implanted" : "portable") pump was refilled", on: &sheet)
  }

  /// One unit each pump: chemo into a vein 96416 (by choice G0498), into an artery 96425; another drug into a vein
  /// C8957, which facilities alone have.
  private static func addStart(_ givings: [Giving], on sheet: inout Worksheet) {
    guard let first = givings.first else { return }
    let row = first.row
    let ending = "started on a pump that runs on after the visit"
    let isChemo = row.drugClass == .chemo || row.drugClass == .hormonal
    let rules = [start, homePump, trusted]
    if row.route == .intraArterial, isChemo {
      add(.arterialPumpStart, .chemo, givings, rules, ending, on: &sheet)
    } else if row.route.isIntravenous, isChemo {
      add(sheet.policy.pumpHomeCode == .cpt ? .pumpStart : .pumpStartHome, .chemo, givings, rules, ending, on: &sheet)
    } else if row.route.isIntravenous, row.drugClass == .therapeutic, sheet.encounter.setting == .facility {
      add(.pumpStart, .therapeutic, givings, rules, ending, on: &sheet)
    } else if row.route.isIntravenous || row.route == .intraArterial {
      sheet.note(
        .pumpWithoutCode, [trusted, homePump], rows: givings.map(\.source).sorted(), on: first.date,
        "\(OtherRoutes.story(first)) was \(ending): no code is established for it here")
    } else {
      for giving in givings { sheet.exclude(giving.row, .route, OtherRoutes.noCode) }
    }
  }

  private static func add(
    _ service: Service, _ serviceClass: ServiceClass, _ givings: [Giving], _ rules: [Rule], _ ending: String,
    on sheet: inout Worksheet
  ) {
    sheet.add(
      service, serviceClass, on: givings[0].date ?? sheet.firstDate,
      siteNames: uniqued(givings.compactMap(\.documentedSite)),
      rules: uniqued(givings.flatMap(\.rules)) + rules.map(\.id), rows: givings.map(\.source).sorted(),
      story: "\(OtherRoutes.story(givings[0])): \(ending)")
  }
}
