import CSV
import Coding
import Infusion
import Pipeline
import Reconciliation

/// The codes that the record supports, without what was billed, as CSV: what `derive` writes.
package struct CodesTable: Sendable {
  package static let columns = [
    "encounter_id", "service_date", "setting", "site", "code", "description", "units", "modifiers", "reason_code",
    "reason", "rules", "evidence", "review",
  ]

  private let sources: SourceNames
  private let carriedNames: [String]
  private let tables: @Sendable (CivilDate) -> CodingYear

  /// - Parameters:
  ///   - carriedNames: the columns of the exports that follow those of the table.
  ///   - tables: the tables in force on a date of service; they describe the codes.
  package init(
    sources: [String], carriedNames: [String] = [], tables: @escaping @Sendable (CivilDate) -> CodingYear
  ) {
    self.carriedNames = carriedNames
    self.sources = SourceNames(sources)
    self.tables = tables
  }

  package func writeHeader(to writer: inout RecordWriter) {
    writer.header(CarriedHeaders.headers(carriedNames, behind: Self.columns))
  }

  /// A row for each charge in the order derived, then one without a code for each notice that touches no charge and
  /// that a person must decide.
  package func append(
    _ derivation: Derivation, of encounter: Encounter, carried: CarriedValues = CarriedValues(),
    to writer: inout RecordWriter
  ) {
    for charge in derivation.charges {
      append(row(of: charge, derivation), of: encounter, carried, to: &writer)
    }
    let attached = Set(derivation.charges.flatMap(\.notices))
    for (place, notice) in derivation.notices.enumerated()
    where notice.kind.needsReview && !attached.contains(place) {
      append(row(of: notice), of: encounter, carried, to: &writer)
    }
  }

  private struct Row {
    var date: CivilDate?
    var sites: [String] = []
    var code: ProcedureCode?
    var description = ""
    var units: Int?
    var modifiers: [Modifier] = []
    var kinds: [NoticeKind]
    var reason: String
    var rules: [RuleID]
    var rows: [SourceRow]
  }

  private func row(of charge: ExpectedCharge, _ derivation: Derivation) -> Row {
    var kinds: [NoticeKind] = []
    for notice in charge.notices where !kinds.contains(derivation.notices[notice].kind) {
      kinds.append(derivation.notices[notice].kind)
    }
    return Row(
      date: charge.serviceDate, sites: charge.sites, code: charge.code,
      description: tables(charge.serviceDate).codeBook.entries[charge.code]?.description ?? "",
      units: charge.units, modifiers: charge.modifiers, kinds: kinds,
      reason: Self.sentences(charge.services.map { derivation.services[$0].story }), rules: charge.rules,
      rows: charge.rows)
  }

  private func row(of notice: Notice) -> Row {
    Row(
      date: notice.date, kinds: [notice.kind], reason: notice.sentence + ".", rules: notice.rules, rows: notice.rows)
  }

  /// The first three distinct stories as sentences, then how many more.
  private static func sentences(_ stories: [String]) -> String {
    let stories = ToldStories(stories, most: 3)
    let more = stories.untold > 0 ? ["And \(stories.untold) more."] : []
    return (stories.told.map { $0 + "." } + more).joined(separator: " ")
  }

  private func append(
    _ row: Row, of encounter: Encounter, _ carried: CarriedValues, to writer: inout RecordWriter
  ) {
    writer.text(encounter.id)
    writer.day(row.date)
    writer.text(encounter.setting.rawValue)
    writer.joined(row.sites, by: "; ")
    writer.code(row.code)
    writer.text(row.description)
    writer.number(row.units)
    writer.joined(row.modifiers, by: " ")
    writer.text(row.kinds.map(\.rawValue).joined(separator: "; "))
    writer.text(row.reason)
    writer.joined(row.rules, by: " ")
    writer.joined(sources.places(of: encounter.allSources(of: row.rows)), by: "; ")
    writer.yes(if: row.kinds.contains(where: \.needsReview))
    writer.carried(carried, in: carriedNames)
    writer.endRow()
  }
}
