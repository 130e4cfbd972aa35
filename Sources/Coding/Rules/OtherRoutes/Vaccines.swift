import Infusion

/// Giving vaccines (coding-rules CLS-24).
enum Vaccines {
  /// Codes vaccines, injected ones before those by mouth or nose.
  ///
  /// Example: of two shots the first is 90471 and the second 90472; Medicare's influenza shot is G0008, beside which
  /// the next is still the first.
  /// - Parameter givings: in order of time.
  static func derive(from givings: [Giving], on sheet: inout Worksheet) {
    let isInjected = { (giving: Giving) in giving.row.route != .oral && giving.row.route != .nasal }
    let inOrder = givings.filter(isInjected) + givings.filter { !isInjected($0) }
    var isFirst = true
    var once: [Service] = []
    for giving in inOrder {
      let service = service(for: giving, isInjected: isInjected(giving), isFirst: isFirst)
      if firstCodes.contains(service) { isFirst = false }
      if onceCodes.contains(service) {
        if !once.contains(service) { once.append(service) }
        continue
      }
      add(service, [giving], isInjected: isInjected(giving), on: &sheet)
    }
    for service in once {
      let same = inOrder.filter { self.service(for: $0, isInjected: true, isFirst: false) == service }
      add(service, same, isInjected: true, on: &sheet)
    }
  }

  private static let firstCodes: Set<Service> = [.vaccineFirst, .oralVaccineFirst]
  /// What Medicare pays once however many doses are on the record.
  private static let onceCodes: Set<Service> = [
    .medicareInfluenzaVaccine, .medicarePneumococcalVaccine, .medicareHepatitisBVaccine,
  ]

  private static func add(_ service: Service, _ givings: [Giving], isInjected: Bool, on sheet: inout Worksheet) {
    let rules = [SpecialProducts.vaccines] + (isInjected ? [] : [SpecialProducts.oralVaccines])
    sheet.add(
      service, .vaccine, on: givings[0].date ?? sheet.firstDate, rules: rules.map(\.id),
      rows: givings.map(\.source).sorted(), story: "\(OtherRoutes.story(givings[0])): a vaccine was given")
  }

  /// The service of one dose: by the vaccine where it has a code of its own, else by whether it is the first.
  private static func service(for giving: Giving, isInjected: Bool, isFirst: Bool) -> Service {
    let isMedicare = giving.row.facts.contains(.medicare)
    switch giving.row.family {
    case .covidVaccine: return .covidVaccine
    case .influenzaVaccine where isMedicare: return .medicareInfluenzaVaccine
    case .pneumococcalVaccine where isMedicare: return .medicarePneumococcalVaccine
    case .hepatitisBVaccine where isMedicare: return .medicareHepatitisBVaccine
    default: break
    }
    if isInjected { return isFirst ? .vaccineFirst : .vaccineFurther }
    return isFirst ? .oralVaccineFirst : .oralVaccineFurther
  }
}
