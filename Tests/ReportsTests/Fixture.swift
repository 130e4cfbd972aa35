import CSV
import Coding
import Infusion

/// A small year of tables and one small visit, coded by the real rules.
enum Fixture {
  static let year = CodingYear(
    year: 2026,
    thresholds: Thresholds(
      longestPush: 15, shortestInfusion: 16, shortestHydration: 31, furtherHourStarts: 91, hourMinutes: 60,
      pastTheHour: 31, repeatPushMinutes: 31, bagChangeGap: 5, keepOpenMillilitersPerHour: ExactDecimal(30),
      infusionMilliliters: ExactDecimal(50), pushWindow: 5, manyLesions: 8),
    codeBook: codeBook,
    hierarchy: [
      .init(drugClass: .therapeutic, technique: .infusion), .init(drugClass: .therapeutic, technique: .push),
      .init(drugClass: .hydration, technique: .infusion),
    ],
    facilityPlacesOfService: ["22"])

  private static let codeBook: CodeBook = {
    let rows: [(String, String, Service, ServiceClass)] = [
      ("96365", "drug infusion into a vein, first hour", .infusionInitial, .therapeutic),
      ("96366", "drug infusion into a vein, each further hour", .infusionHour, .therapeutic),
      ("96375", "push of a further drug into a vein", .pushAdditional, .therapeutic),
      ("96372", "injection under the skin or into muscle", .injection, .therapeutic),
      ("96361", "fluids into a vein, each further hour", .hydrationHour, .hydration),
    ]
    let entries = rows.map { row in
      let code = ProcedureCode(row.0)
      return (
        code,
        CodeBook.Entry(
          code: code, description: row.1, kind: .addOn, family: .therapeutic, isBarredInFacility: false)
      )
    }
    let services = rows.map { (CodeBook.ServiceKey($0.2, $0.3), ProcedureCode($0.0)) }
    return CodeBook(
      entries: Dictionary(uniqueKeysWithValues: entries), parents: [:],
      services: Dictionary(uniqueKeysWithValues: services))
  }()

  /// Two infusions, a push, an injection and a flush on one morning.
  static let encounter = Encounter(
    id: "E1", setting: .facility,
    rows: [
      row(1, "vancomycin", .therapeutic, .intravenous, .infusion, "PIV L AC", from: 540, to: 631),
      row(
        2, "sodium chloride 0.9 % with potassium", .hydration, .intravenous, .infusion, "PIV L AC", from: 480, to: 540),
      row(3, "ondansetron", .therapeutic, .intravenous, .push, "PIV L AC", from: 525, to: nil),
      row(4, "ceftriaxone", .therapeutic, .intramuscular, .injection, nil, from: 640, to: nil),
      flush,
    ])

  static let derivation = Coder(tables: { _ in year }, explaining: true).derivation(of: encounter)

  private static let flush: MARRow = {
    var row = Self.row(5, "heparin flush", .therapeutic, .intravenous, .push, "PIV L AC", from: 645, to: nil)
    row.facts = .flush
    return row
  }()

  /// A row of 5 January 2026; times in minutes since midnight.
  static func row(
    _ number: Int, _ drug: String, _ drugClass: DrugClass, _ route: Route, _ technique: Technique, _ site: String?,
    from start: Int?, to stop: Int?
  ) -> MARRow {
    var row = MARRow(
      source: source(number), drug: DrugKey(ingredients: [drug]), drugName: drug, drugClass: drugClass, route: route)
    row.technique = technique
    row.site = site
    row.start = start.map { ClockTime(day, minuteOfDay: $0) }
    row.stop = stop.map { ClockTime(day, minuteOfDay: $0) }
    return row
  }

  static let day = CivilDate(daysSince1970: 20_458)

  static func source(_ row: Int, file: Int = 0) -> SourceRow { SourceRow(file: file, line: row + 1, row: row) }
}

/// The rows that `write` puts into a table, as text.
func table(excel: Bool = false, raw: Bool = false, _ write: (inout RecordWriter) -> Void) -> String {
  var writer = RecordWriter(excel: excel, raw: raw)
  write(&writer)
  return String(decoding: writer.takeBytes(), as: UTF8.self)
}
