import Coding
import Infusion
import Reconciliation

/// `5 96365-59-JW x2`: day of January 2026 (`-` for none), code with modifiers, units (1 when left out).
struct Shorthand {
  let date: CivilDate?
  let code: ProcedureCode
  let modifiers: [Modifier]
  let units: Int

  init(_ text: String) {
    let words = text.split(separator: " ")
    date = Int(words[0]).map(day)
    let parts = words[1].split(separator: "-")
    code = ProcedureCode(parts[0])
    modifiers = parts.dropFirst().map { Modifier($0) }
    units = words.count > 2 ? Int(words[2].dropFirst()) ?? 0 : 1
  }
}

/// A day of January 2026.
func day(_ day: Int) -> CivilDate {
  // 2025-12-31 is day 20,453 of the calendar.
  CivilDate(daysSince1970: 20_453 + Int32(day))
}

func record(_ row: Int) -> SourceRow { SourceRow(file: 0, line: row + 1, row: row) }

/// Lines of a second file, in the order written.
func billed(_ texts: [String]) -> [ChargeLine] {
  texts.enumerated().map { place, text in
    let line = Shorthand(text)
    return ChargeLine(
      source: SourceRow(file: 1, line: place + 2, row: place + 1), code: line.code, units: line.units,
      modifiers: line.modifiers, serviceDate: line.date)
  }
}

/// A derivation with one charge a text, each from one service and one row of the record.
func derived(
  _ texts: [String], notices: [Notice] = [], on noticed: [Int: [Int]] = [:], sites: Int = 1,
  as services: [(Service, ServiceClass)] = []
) -> Derivation {
  var derivation = Derivation()
  derivation.notices = notices
  derivation.sites = (0..<sites).map { LogicalSite(names: ["PIV \($0)"]) }
  for (place, text) in texts.enumerated() {
    let line = Shorthand(text)
    guard let date = line.date else { preconditionFailure("\(text): what is derived has a day") }
    derivation.services.append(
      DerivedService(
        service: services.isEmpty ? .injection : services[place].0,
        serviceClass: services.isEmpty ? .any : services[place].1, code: line.code, units: line.units,
        serviceDate: date,
        rules: ["HIER-02"], rows: [record(place + 1)], story: "Drug \(place + 1) ran 09:00-10:00 (60 min)"))
    derivation.charges.append(
      ExpectedCharge(
        code: line.code, modifiers: line.modifiers, serviceDate: date, units: line.units, services: [place],
        rules: ["HIER-02"], rows: [record(place + 1)], sites: ["PIV 0"], notices: noticed[place] ?? []))
  }
  return derivation
}

func notice(_ kind: NoticeKind, rows: [SourceRow] = [], on date: CivilDate? = nil) -> Notice {
  Notice(kind: kind, rules: ["TIME-08"], rows: rows, date: date, sentence: "Sentence of \(kind.rawValue)")
}

func reconcile(
  _ derivation: Derivation, _ lines: [ChargeLine], setting: Setting = .facility, rows: [MARRow] = [],
  rejected: RejectedInput = RejectedInput(), listsExcluded: Bool = false, drugs: [ProcedureCode: DrugKey] = [:],
  edits: BillingEdits = BillingEdits(), policy: Policy = Policy(), earlier: [EarlierLine] = []
) -> EncounterResult {
  let reconciler = Reconciler(
    year: TestBook.year, listsExcluded: listsExcluded, drugs: drugs, edits: edits, policy: policy
  ) { code, _ in
    ["90765", "96408", "C8950"].contains(code.description) ? .deleted(from: day(1), replacedBy: "96365") : nil
  }
  return reconciler.findings(
    encounter: Encounter(id: "E1", setting: setting, rows: rows), derivation: derivation, billed: lines,
    earlier: EarlierLines(earlier), rejected: rejected)
}

/// A row of the record, given by vein at 09:05 on the fifth unless said.
func row(
  _ number: Int, _ name: String, _ drugClass: DrugClass = .therapeutic, _ route: Route = .intravenous,
  site: String? = nil
) -> MARRow {
  var row = MARRow(
    source: record(number), drug: DrugKey(ingredients: name.split(separator: "+").map(String.init)), drugName: name,
    drugClass: drugClass, route: route)
  row.start = ClockTime(day(5), minuteOfDay: 545)
  row.site = site
  return row
}

func excluded(_ number: Int, _ reason: ExclusionReason) -> ExcludedRow {
  ExcludedRow(row: record(number), reason: reason, rules: ["ALG-03"], drugName: "drug")
}

/// `5 96365-59 1/2 units_high UNSUPPORTED_UNITS`: day, code with suggested modifiers, suggested over billed units,
/// status, keys; a pair's other half behind an arrow.
func summary(_ finding: Finding) -> String {
  let day = finding.serviceDate.map { String($0.fields.day) } ?? "-"
  let name = ([finding.code?.description ?? "-"] + finding.suggestedModifiers.map(\.description))
  let units = [finding.suggestedUnits, finding.billedUnits].map { $0.map(String.init) ?? "-" }
  let pair = finding.pairsWith.map { "<> \($0)" }
  let words = [day, name.joined(separator: "-"), units.joined(separator: "/"), finding.status.rawValue]
  return (words + finding.reasonCodes + [pair].compactMap(\.self)).joined(separator: " ")
}

extension EncounterResult {
  /// Findings that a check objects to, as `96365 check error`: code, status, severity; sorted.
  func objections(_ key: String) -> [String] {
    findings.filter { $0.reasonCodes.contains(key) }
      .map { "\($0.code?.description ?? "-") \($0.status.rawValue) \($0.severity.rawValue)" }.sorted()
  }
}
