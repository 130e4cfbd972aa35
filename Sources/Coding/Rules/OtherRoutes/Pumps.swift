import Infusion

/// Pumps that leave with the patient, and their refills.
enum Pumps {
  static let start = Rule(
    "ALG-09", "Starting a long pump is a service of its own: no initial, no time line.", evidence: "D")
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
    var bags: Set<String> = []
    return givings.filter { giving in
      switch giving.row.technique {
      case .pumpRefill:
        let implanted = giving.row.facts.contains(.implantedPump)
        add(
          implanted ? .pumpRefillImplanted : .pumpRefillPortable, .any, giving, [refill],
          "the \(implanted ? "implanted" : "portable") pump was refilled", on: &sheet)
        return false
      case .longPump:
        if let bag = giving.row.bag, !bags.insert(bag).inserted { return false }
        addStart(giving, on: &sheet)
        return false
      default: return true
      }
    }
  }

  private static func addStart(_ giving: Giving, on sheet: inout Worksheet) {
    let ending = "started on a pump that runs on after the visit"
    let isChemo = giving.row.drugClass == .chemo || giving.row.drugClass == .hormonal
    switch giving.row.route {
    case .intraArterial where isChemo:
      add(.arterialPumpStart, .chemo, giving, [start, homePump, trusted], ending, on: &sheet)
    case .intravenous where isChemo, .intraosseous where isChemo:
      let service: Service = sheet.policy.pumpHomeCode == .cpt ? .pumpStart : .pumpStartHome
      add(service, .chemo, giving, [start, homePump, trusted], ending, on: &sheet)
    case .intravenous where giving.row.drugClass == .therapeutic && sheet.encounter.setting == .facility:
      add(.pumpStart, .therapeutic, giving, [start, homePump, trusted], ending, on: &sheet)
    case .intravenous, .intraArterial, .intraosseous:
      sheet.note(
        .pumpProfessional, [trusted, homePump], rows: [giving.source], on: giving.date,
        "\(OtherRoutes.story(giving)) was \(ending): no code is established for it here")
    default:
      sheet.exclude(giving.row, .route, OtherRoutes.noCode)
    }
  }

  private static func add(
    _ service: Service, _ serviceClass: ServiceClass, _ giving: Giving, _ rules: [Rule], _ ending: String,
    on sheet: inout Worksheet
  ) {
    sheet.add(
      service, serviceClass, on: giving.date ?? sheet.firstDate, siteNames: giving.row.site.map { [$0] } ?? [],
      rules: giving.rules + rules.map(\.id), rows: [giving.source], story: "\(OtherRoutes.story(giving)): \(ending)")
  }
}
