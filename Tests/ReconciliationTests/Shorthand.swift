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
    date = Int(words[0]).flatMap { CivilDate(year: 2026, month: 1, day: $0) }
    let parts = words[1].split(separator: "-")
    code = ProcedureCode(parts[0])
    modifiers = parts.dropFirst().map { Modifier($0) }
    units = words.count > 2 ? Int(words[2].dropFirst())! : 1
  }
}

func day(_ day: Int) -> CivilDate { CivilDate(year: 2026, month: 1, day: day)! }

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
  _ texts: [String], notices: [Notice] = [], on noticed: [Int: [Int]] = [:], sites: Int = 1
) -> Derivation {
  var derivation = Derivation()
  derivation.notices = notices
  derivation.sites = (0..<sites).map { LogicalSite(names: ["PIV \($0)"]) }
  for (place, text) in texts.enumerated() {
    let line = Shorthand(text)
    derivation.services.append(
      DerivedService(
        service: .injection, serviceClass: .any, code: line.code, units: line.units, serviceDate: line.date!,
        rules: ["HIER-02"], rows: [record(place + 1)], story: "Drug \(place + 1) ran 09:00-10:00 (60 min)"))
    derivation.charges.append(
      ExpectedCharge(
        code: line.code, modifiers: line.modifiers, serviceDate: line.date!, units: line.units, services: [place],
        rules: ["HIER-02"], rows: [record(place + 1)], sites: ["PIV 0"], notices: noticed[place] ?? []))
  }
  return derivation
}

func notice(_ kind: NoticeKind, rows: [SourceRow] = [], on date: CivilDate? = nil) -> Notice {
  Notice(kind: kind, rules: ["TIME-08"], rows: rows, date: date, sentence: "Sentence of \(kind.rawValue)")
}

func reconcile(
  _ derivation: Derivation, _ lines: [ChargeLine], setting: Setting = .facility, rows: [MARRow] = [],
  isIncomplete: Bool = false
) -> EncounterResult {
  Reconciler(codeBook: TestBook.book).findings(
    encounter: Encounter(id: "E1", setting: setting, rows: rows), derivation: derivation, billed: lines,
    isIncomplete: isIncomplete)
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
