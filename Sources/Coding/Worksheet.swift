import Infusion

/// The sheet on which an encounter is coded: what the rules may read, and what they have found so far.
///
/// A copy is a trial: the coder may write on it and throw it away.
struct Worksheet {
  let encounter: Encounter
  let year: CodingYear
  let policy: Policy
  /// Earliest day that any row names; dates rows that name none.
  let firstDate: CivilDate
  /// Whether steps are kept.
  let isExplaining: Bool
  private(set) var derivation = Derivation()

  init(encounter: Encounter, year: CodingYear, policy: Policy, firstDate: CivilDate, isExplaining: Bool) {
    self.encounter = encounter
    self.year = year
    self.policy = policy
    self.firstDate = firstDate
    self.isExplaining = isExplaining
  }

  var thresholds: Thresholds { year.thresholds }
  var services: [DerivedService] { derivation.services }

  /// Writes a service down under the year's code for it; no units, no line.
  mutating func add(
    _ service: Service, _ serviceClass: ServiceClass, units: Int = 1, on date: CivilDate,
    site: Int? = nil, siteNames: [String] = [], rules: [RuleID], rows: [SourceRow], story: String
  ) {
    guard units > 0 else { return }
    guard let code = year.codeBook.code(service, serviceClass) else {
      preconditionFailure("the tables of \(year.year) give \(service) \(serviceClass.rawValue) no code")
    }
    derivation.services.append(
      DerivedService(
        service: service, serviceClass: serviceClass, code: code, units: units, serviceDate: date, site: site,
        siteNames: siteNames, rules: rules, rows: rows, story: story))
  }

  /// Writes down a service of one administration, which gives it site, date, rows and the start of its story.
  mutating func add(
    _ service: Service, units: Int = 1, for given: Administration, on date: CivilDate? = nil, rules: [Rule],
    story ending: String
  ) {
    guard units > 0 else { return }
    var ids = given.rules
    ids.reserveCapacity(ids.count + rules.count)
    for rule in rules { ids.append(rule.id) }
    add(
      service, given.serviceClass, units: units, on: date ?? given.serviceDate, site: given.site,
      siteNames: given.siteNames, rules: ids, rows: given.rows, story: given.story(andThen: ending))
  }

  /// Says how minutes became the units of the service written down last, when there is a reader.
  mutating func reckon(_ arithmetic: (Thresholds) -> String) {
    guard isExplaining, !derivation.services.isEmpty else { return }
    derivation.services[derivation.services.count - 1].arithmetic = arithmetic(thresholds)
  }

  /// Keeps the minutes of fluids that earned units.
  mutating func count(_ pieces: [FluidPiece]) {
    derivation.countedFluids += pieces.map { CountedFluid(rows: $0.run.rows, interval: $0.interval) }
  }

  /// Writes down that a row supports no code of its own, and why.
  mutating func exclude(_ row: MARRow, _ reason: ExclusionReason, _ rules: Rule...) {
    derivation.excluded.append(
      ExcludedRow(row: row.source, reason: reason, rules: rules.map(\.id), drugName: row.drugName))
  }

  /// Writes down what a biller should know or decide; it reaches the findings.
  mutating func note(
    _ kind: NoticeKind, _ rules: [Rule], rows: [SourceRow], on date: CivilDate? = nil,
    _ sentence: String
  ) {
    derivation.notices.append(
      Notice(kind: kind, rules: rules.map(\.id), rows: rows, date: date, sentence: sentence))
  }

  /// Keeps a decision for the reader, when there is one.
  mutating func step(
    _ rules: @autoclosure () -> [Rule], rows: @autoclosure () -> [SourceRow], _ sentence: @autoclosure () -> String
  ) {
    step(ids: rules().map(\.id), rows: rows(), sentence())
  }

  mutating func step(
    ids: @autoclosure () -> [RuleID], rows: @autoclosure () -> [SourceRow], _ sentence: @autoclosure () -> String
  ) {
    guard isExplaining else { return }
    derivation.steps.append(Step(rules: ids(), rows: rows(), sentence: sentence()))
  }

  /// Gives a service a modifier, once.
  mutating func qualify(service place: Int, with modifier: Modifier, _ rules: [Rule]) {
    guard !derivation.services[place].modifiers.contains(modifier) else { return }
    derivation.services[place].modifiers.append(modifier)
    derivation.services[place].rules += rules.map(\.id)
  }

  /// Lets services rest on further rules.
  mutating func cite(_ rules: [Rule], where isMeant: (DerivedService) -> Bool) {
    for place in derivation.services.indices where isMeant(derivation.services[place]) {
      derivation.services[place].rules += rules.map(\.id)
    }
  }

  /// Takes back the services whose codes a physician may not bill from a facility, with what was noted about them alone.
  ///
  /// - Returns: the rows of those services, sorted.
  mutating func removeBarredServices() -> [SourceRow] {
    let (barred, kept) = derivation.services.reduce(into: ([DerivedService](), [DerivedService]())) { result, service in
      if year.codeBook.entries[service.code]?.isBarredInFacility == true {
        result.0.append(service)
      } else {
        result.1.append(service)
      }
    }
    let barredRows = Set(barred.flatMap(\.rows)).subtracting(kept.flatMap(\.rows))
    derivation.services = kept
    derivation.countedFluids.removeAll { barredRows.isSuperset(of: $0.rows) }
    derivation.notices.removeAll { notice in !notice.rows.isEmpty && barredRows.isSuperset(of: notice.rows) }
    return barredRows.sorted()
  }

  mutating func setSites(_ sites: [LogicalSite]) {
    derivation.sites = sites
  }

  mutating func finish(with charges: [ExpectedCharge]) -> Derivation {
    derivation.charges = charges
    derivation.excluded.sort { $0.row < $1.row }
    return derivation
  }
}
