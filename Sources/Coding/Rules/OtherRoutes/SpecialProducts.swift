import Infusion

/// Products whose giving has a code of its own: vaccines, antibodies, clot dissolvers, blood.
enum SpecialProducts {
  static let transfusion = Rule(
    "CLS-22", "Blood components: one transfusion a date, whatever the units; nothing for the blood's own saline.",
    evidence: "K")
  static let clotDissolver = Rule(
    "CLS-23",
    "A clot dissolver clears a catheter, treats a stroke or a coronary clot, or else is an ordinary drug.",
    evidence: "S22 S38")
  static let vaccines = Rule(
    "CLS-24", "Vaccines have administration codes of their own, never a drug injection.", evidence: "K")
  static let antibodies = Rule(
    "CLS-25", "Antibodies against RSV and COVID, and Medicare's HIV prevention, have codes of their own.",
    evidence: "S39")
  static let patientControlled = Rule(
    "CLS-29", "Patient-controlled analgesia: demand doses are not coded, the rest needs review.", evidence: "U")
  static let oralVaccines = Rule(
    "RD-18", "Vaccines by mouth or nose are coded before their route would drop them.", evidence: "D")
  static let rules = [transfusion, clotDissolver, vaccines, antibodies, patientControlled, oralVaccines]

  /// Codes what has a code of its own, and returns the other rows.
  ///
  /// - Parameter removed: grows by the intervals of blood and clot dissolvers, which shorten fluids.
  static func derive(from givings: [Giving], removed: inout IntervalSet, on sheet: inout Worksheet) -> [Giving] {
    var rest: [Giving] = []
    var blood: [Giving] = []
    var vaccines: [Giving] = []
    var lysis: [Giving] = []
    var clearances: [Giving] = []
    for giving in givings {
      switch giving.row.drugClass {
      case _ where giving.row.facts.contains(.catheterClearance): clearances.append(giving)
      case _ where !giving.row.facts.isDisjoint(with: [.stroke, .coronary]): lysis.append(giving)
      case .blood: blood.append(giving)
      case .vaccine: vaccines.append(giving)
      case .specialAntibody where addAntibody(giving, on: &sheet): break
      default: rest.append(giving)
      }
    }
    addTransfusions(blood, on: &sheet)
    addClearances(clearances, on: &sheet)
    addLysis(lysis, on: &sheet)
    Vaccines.derive(from: vaccines, on: &sheet)
    notePatientControlled(rest, on: &sheet)
    removed = removed.union(IntervalSet((blood + lysis).flatMap { interval(of: $0) }))
    return rest
  }

  private static func interval(of giving: Giving) -> [Interval] {
    guard let start = giving.row.start, let stop = giving.row.stop else { return [] }
    return [Interval(start, stop)]
  }

  private static func addTransfusions(_ givings: [Giving], on sheet: inout Worksheet) {
    let firstDate = sheet.firstDate
    let byDate = Dictionary(grouping: givings) { $0.date ?? firstDate }
    for (date, units) in byDate.sorted(by: { $0.key < $1.key }) {
      sheet.add(
        .transfusion, .blood, on: date, siteNames: uniqued(units.compactMap(\.row.site)), rules: [transfusion.id],
        rows: units.map(\.source).sorted(),
        story: "\(OtherRoutes.story(units[0])): blood components were given on \(date), one service a day")
    }
  }

  private static func addClearances(_ givings: [Giving], on sheet: inout Worksheet) {
    let inOrder = givings.sorted { isEarlier($0.row.start ?? $0.row.stop, $1.row.start ?? $1.row.stop) }
    var starts: Set<ClockTime?> = []
    for giving in inOrder where starts.insert(giving.row.start ?? giving.row.stop).inserted {
      sheet.add(
        .declotting, .any, on: giving.date ?? sheet.firstDate, siteNames: giving.row.site.map { [$0] } ?? [],
        rules: [clotDissolver.id], rows: [giving.source],
        story: "\(OtherRoutes.story(giving)): the catheter was cleared of a clot")
      if starts.count > 1 {
        sheet.qualify(service: sheet.services.count - 1, with: .distinctService, clotDissolver)
      }
    }
  }

  /// Drugs whose use for stroke has an established code.
  private static let establishedForStroke: Set<Substring> = ["alteplase"]

  private static func addLysis(_ givings: [Giving], on sheet: inout Worksheet) {
    var coded: Set<Service> = []
    for giving in givings {
      let isStroke = giving.row.facts.contains(.stroke)
      guard !isStroke || !giving.row.drug.ingredients.isDisjoint(with: establishedForStroke) else {
        sheet.note(
          .lysisDrug, [clotDissolver], rows: [giving.source], on: giving.date,
          "\(OtherRoutes.story(giving)) for stroke: no code is established for this drug")
        continue
      }
      let service: Service = isStroke ? .strokeLysis : .coronaryLysis
      guard coded.insert(service).inserted else { continue }
      sheet.add(
        service, .any, on: giving.date ?? sheet.firstDate, siteNames: giving.row.site.map { [$0] } ?? [],
        rules: [clotDissolver.id], rows: [giving.source],
        story: "\(OtherRoutes.story(giving)): a clot dissolver for \(isStroke ? "stroke" : "the heart")")
    }
  }

  /// False when the antibody is coded as an ordinary drug.
  private static func addAntibody(_ giving: Giving, on sheet: inout Worksheet) -> Bool {
    let service: Service
    switch giving.row.family {
    case .hivPrevention:
      guard giving.row.facts.contains(.medicare) else { return false }
      service = .hivPrevention
    case .covidAntibody: service = .covidAntibody
    default: service = giving.row.facts.contains(.counselling) ? .rsvAntibodyCounselled : .rsvAntibody
    }
    sheet.add(
      service, .specialAntibody, on: giving.date ?? sheet.firstDate, rules: [antibodies.id], rows: [giving.source],
      story: "\(OtherRoutes.story(giving)): a protective antibody")
    return true
  }

  private static func notePatientControlled(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings where giving.row.facts.contains(.patientControlled) {
      sheet.note(
        .patientControlled, [patientControlled], rows: [giving.source], on: giving.date,
        "\(OtherRoutes.story(giving)) was patient-controlled: a loading push or a basal rate may count, demand doses do not"
      )
    }
  }
}

/// Giving vaccines.
enum Vaccines {
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    let isInjected = { (giving: Giving) in giving.row.route != .oral && giving.row.route != .nasal }
    let byTime = givings.sorted { left, right in
      let (leftTime, rightTime) = (left.row.start ?? left.row.stop, right.row.start ?? right.row.stop)
      return leftTime == rightTime ? left.index < right.index : isEarlier(leftTime, rightTime)
    }
    let inOrder = byTime.filter(isInjected) + byTime.filter { !isInjected($0) }
    var counts: [Service: Int] = [:]
    for giving in inOrder {
      let service = service(for: giving, isInjected: isInjected(giving), counts)
      counts[service, default: 0] += 1
      if isMedicareOnce(service), counts[service, default: 0] > 1 { continue }
      sheet.add(
        service, .vaccine, on: giving.date ?? sheet.firstDate,
        rules: [SpecialProducts.vaccines.id] + (isInjected(giving) ? [] : [SpecialProducts.oralVaccines.id]),
        rows: [giving.source], story: "\(OtherRoutes.story(giving)): a vaccine was given")
    }
  }

  private static func isMedicareOnce(_ service: Service) -> Bool {
    [.medicareInfluenzaVaccine, .medicarePneumococcalVaccine, .medicareHepatitisBVaccine].contains(service)
  }

  private static func service(for giving: Giving, isInjected: Bool, _ counts: [Service: Int]) -> Service {
    let isMedicare = giving.row.facts.contains(.medicare)
    switch giving.row.family {
    case .covidVaccine: return .covidVaccine
    case .influenzaVaccine where isMedicare: return .medicareInfluenzaVaccine
    case .pneumococcalVaccine where isMedicare: return .medicarePneumococcalVaccine
    case .hepatitisBVaccine where isMedicare: return .medicareHepatitisBVaccine
    default: break
    }
    let isFirst = counts[.vaccineFirst] == nil && counts[.oralVaccineFirst] == nil
    if isInjected { return isFirst ? .vaccineFirst : .vaccineFurther }
    return isFirst ? .oralVaccineFirst : .oralVaccineFurther
  }
}
