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
  /// - Parameter others: grows by blood and clot dissolvers, which shorten fluids.
  static func derive(
    from givings: [Giving], places: ShortMap<String, Int>, others: inout [OtherRunning], on sheet: inout Worksheet
  ) -> [Giving] {
    guard givings.contains(where: mayBeSpecial) else {
      notePatientControlled(givings, on: &sheet)
      return givings
    }
    var rest: [Giving] = []
    var blood: [Giving] = []
    var vaccines: [Giving] = []
    var lysis: [Giving] = []
    var clearances: [Giving] = []
    var antibodies: [Giving] = []
    // Antibodies against RSV count by the dose, whatever the number of shots.
    for giving in SplitDoses.joined(givings, where: { $0.row.family == .rsvAntibody }) {
      switch giving.row.drugClass {
      case _ where giving.row.facts.contains(.catheterClearance): clearances.append(giving)
      case _ where giving.row.facts.contains(.stroke) || giving.row.facts.contains(.coronary): lysis.append(giving)
      case .blood: blood.append(giving)
      case .vaccine: vaccines.append(giving)
      case .specialAntibody where addAntibody(giving, on: &sheet): antibodies.append(giving)
      default: rest.append(giving)
      }
    }
    addTransfusions(blood, on: &sheet)
    addClearances(clearances, on: &sheet)
    addLysis(lysis, on: &sheet)
    Vaccines.derive(from: vaccines, on: &sheet)
    notePatientControlled(rest, on: &sheet)
    others += OtherRunning.specialProducts(blood + lysis + antibodies.filter(\.isIntravenous), places: places)
    return rest
  }

  /// Whether it is perhaps no drug like others; most encounters have none.
  private static func mayBeSpecial(_ giving: Giving) -> Bool {
    switch giving.row.drugClass {
    case .blood, .vaccine, .specialAntibody: true
    default:
      giving.row.family == .rsvAntibody
        || !giving.row.facts.isDisjoint(with: [.catheterClearance, .stroke, .coronary])
    }
  }

  /// One 36430 a day, however many units of blood.
  private static func addTransfusions(_ givings: [Giving], on sheet: inout Worksheet) {
    let firstDate = sheet.firstDate
    let byDate = Dictionary(grouping: givings) { $0.date ?? firstDate }
    for (date, units) in byDate.sorted(by: { $0.key < $1.key }) {
      sheet.add(
        .transfusion, .blood, on: date, siteNames: uniqued(units.compactMap(\.documentedSite)), rules: [transfusion.id],
        rows: units.map(\.source).sorted(),
        story: "\(OtherRoutes.story(units[0])): blood components were given on \(date), one service a day")
    }
  }

  /// One 36593 for each start; a second one carries 59.
  private static func addClearances(_ givings: [Giving], on sheet: inout Worksheet) {
    let starts = uniqued(givings.map { $0.row.start ?? $0.row.stop })
    for (place, start) in starts.enumerated() {
      add(
        .declotting, givings.filter { ($0.row.start ?? $0.row.stop) == start }, "the catheter was cleared of a clot",
        on: &sheet)
      if place > 0 { sheet.qualify(service: sheet.services.count - 1, with: .distinctService, [clotDissolver]) }
    }
  }

  /// Drugs whose use for stroke has an established code.
  private static let establishedForStroke: Set<Substring> = ["alteplase"]

  /// 37195 for a stroke, 92977 for a coronary clot, each once; a stroke drug without an established code is a question.
  private static func addLysis(_ givings: [Giving], on sheet: inout Worksheet) {
    let isStroke = { (giving: Giving) in giving.row.facts.contains(.stroke) }
    let isEstablished = { (giving: Giving) in
      !isStroke(giving) || !giving.row.drug.ingredients.isDisjoint(with: establishedForStroke)
    }
    for giving in givings where !isEstablished(giving) {
      sheet.note(
        .lysisDrug, [clotDissolver], rows: [giving.source], on: giving.date,
        "\(OtherRoutes.story(giving)) for stroke: no code is established for this drug")
    }
    let coded = givings.filter(isEstablished)
    add(.strokeLysis, coded.filter(isStroke), "a clot dissolver for stroke", on: &sheet)
    add(.coronaryLysis, coded.filter { !isStroke($0) }, "a clot dissolver for the heart", on: &sheet)
  }

  /// One unit for all of these rows, dated by the first.
  private static func add(_ service: Service, _ givings: [Giving], _ ending: String, on sheet: inout Worksheet) {
    guard let first = givings.first else { return }
    sheet.add(
      service, .any, on: first.date ?? sheet.firstDate, siteNames: uniqued(givings.compactMap(\.documentedSite)),
      rules: [clotDissolver.id], rows: givings.map(\.source).sorted(), story: "\(OtherRoutes.story(first)): \(ending)")
  }

  /// False when the antibody is coded as an ordinary drug.
  private static func addAntibody(_ giving: Giving, on sheet: inout Worksheet) -> Bool {
    let service: Service
    switch giving.row.family {
    case .hivPrevention:
      guard giving.row.facts.contains(.medicare) else { return false }
      service = .hivPrevention
    case .covidAntibody: service = .covidAntibody
    case .rsvAntibody: service = isCounselled(giving, in: sheet.encounter) ? .rsvAntibodyCounselled : .rsvAntibody
    default: return false
    }
    let what = service == .hivPrevention ? "prevention of HIV" : "a protective antibody"
    sheet.add(
      service, .specialAntibody, on: giving.date ?? sheet.firstDate, rules: [antibodies.id],
      rows: ([giving.source] + giving.mixedRows).sorted(), story: "\(OtherRoutes.story(giving)): \(what)")
    return true
  }

  /// Whether the family was counselled about this dose, whichever of its shots says so.
  private static func isCounselled(_ giving: Giving, in encounter: Encounter) -> Bool {
    encounter.rows.contains { row in
      row.facts.contains(.counselling) && (row.source == giving.source || giving.mixedRows.contains(row.source))
    }
  }

  /// Asks a person to look at what the patient set off.
  private static func notePatientControlled(_ givings: [Giving], on sheet: inout Worksheet) {
    for giving in givings where giving.row.facts.contains(.patientControlled) {
      sheet.note(
        .patientControlled, [patientControlled], rows: [giving.source], on: giving.date,
        "\(OtherRoutes.story(giving)) was patient-controlled: a loading push or a basal rate may count, demand doses do not"
      )
    }
  }
}
