import Coding
import Infusion

/// Finds what the record leaves open, from the notices of the rules and the containers of drugs.
package struct DocumentationQueries: Sendable {
  private let coder: Coder
  private let fees: FeeLookup?
  private let drugs: DrugBilling

  /// - Parameters:
  ///   - coder: derives again, as if a fact were known, to tell what it is worth.
  ///   - fees: nil leaves every worth open.
  ///   - drugs: the units of drug codes, of which waste is asked.
  package init(coder: Coder, fees: FeeLookup?, drugs: DrugBilling) {
    self.drugs = drugs
    self.coder = coder
    self.fees = fees
  }

  /// The questions of one encounter, by day, then by row; each fact of a row is asked for once.
  ///
  /// - Parameter earlier: as the derivation was made with.
  package func queries(
    of encounter: Encounter, _ derivation: Derivation, earlier: EarlierDays
  ) -> [DocumentationQuery] {
    let worth = QueryWorth(
      coder: coder, fees: fees, encounter: encounter, derivation: derivation, earlier: earlier)
    var asked: Set<AskedFact> = []
    var queries = WasteQuestions(encounter: encounter, billing: drugs).queries
    for notice in derivation.notices {
      let rows = Self.rows(of: notice, encounter, derivation)
      guard let missing = notice.missingFact(rows), asked.insert(AskedFact(missing, notice.rows)).inserted else {
        continue
      }
      queries.append(query(notice, missing, rows, encounter, worth))
    }
    return queries.sorted(by: DocumentationQuery.precedes)
  }

  /// The rows that the notice is about, in order; those that support nothing, such as flushes, only where there is no
  /// other.
  private static func rows(of notice: Notice, _ encounter: Encounter, _ derivation: Derivation) -> [MARRow] {
    let meant = Set(notice.rows)
    let rows = encounter.rows.filter { meant.contains($0.source) }.sorted { $0.source < $1.source }
    let coded = rows.filter { row in !derivation.excluded.contains { $0.row == row.source } }
    return coded.isEmpty ? rows : coded
  }

  private struct AskedFact: Hashable {
    let missing: DocumentationQuery.MissingFact
    let rows: [SourceRow]

    init(_ missing: DocumentationQuery.MissingFact, _ rows: [SourceRow]) {
      self.missing = missing
      self.rows = rows
    }
  }

  private func query(
    _ notice: Notice, _ missing: DocumentationQuery.MissingFact, _ rows: [MARRow], _ encounter: Encounter,
    _ worth: QueryWorth
  ) -> DocumentationQuery {
    var drugs: [String] = []
    for row in rows where !drugs.contains(row.drugName) { drugs.append(row.drugName) }
    return DocumentationQuery(
      encounterID: encounter.id, serviceDate: notice.date ?? rows.compactMap { $0.moment?.date }.min(), drugs: drugs,
      sites: Set(rows.compactMap(\.site)).sorted(), rows: encounter.allSources(of: notice.rows),
      missing: missing,
      question: missing.question(drugs: drugs, rows), reasonCode: notice.kind.rawValue, rules: notice.rules,
      worth: worth.worth(of: missing, notice))
  }
}

extension Notice {
  /// The fact whose absence it is about; nil for notices about other things.
  fileprivate func missingFact(_ rows: [MARRow]) -> DocumentationQuery.MissingFact? {
    switch kind {
    case .noStopPush, .hydrationNoStop, .noTime: Self.missingTime(rows)
    case .stopEstimated: .stopTime
    case .startEstimated: .startTime
    case .secondSiteNeedsReason: .siteReason
    case .hydrationNecessity: .indication
    case .primaryReasonAssumed: .primaryReason
    case .reservoirNotStated: .reservoir
    case .lesionCount: .lesionCount
    default: nil
    }
  }

  private static func missingTime(_ rows: [MARRow]) -> DocumentationQuery.MissingFact {
    guard let row = rows.first else { return .startTime }
    if row.start != nil { return .stopTime }
    let runs = row.technique == .infusion || row.technique == .subcutaneousInfusion || row.drugClass == .hydration
    return row.stop == nil && runs ? .bothTimes : .startTime
  }
}

extension DocumentationQuery.MissingFact {
  func question(drugs: [String], _ rows: [MARRow]) -> String {
    let drug = drugs.isEmpty ? "the drug" : drugs.joined(separator: ", ")
    let begun = rows.first?.start.map { " begun at \($0.clock)" } ?? ""
    let stopped = rows.first?.stop.map { " stopped at \($0.clock)" } ?? ""
    return switch self {
    case .stopTime: "Please add when \(drug)\(begun) was stopped, if that is known."
    case .startTime: "Please add when \(drug)\(stopped) was \(stopped.isEmpty ? "given" : "begun"), if that is known."
    case .bothTimes: "Please add when \(drug) was begun and when it was stopped, if that is known."
    case .siteReason: "Please add why \(Self.sites(rows)) was used beside another line, if there was a reason."
    case .indication: "Please add for what reason \(drug) was given, if that is known."
    case .primaryReason: "Please add which of these was the main reason for the visit: \(Self.givings(rows))."
    case .reservoir: "Please add whether \(drug) was given by puncture or through a reservoir."
    case .lesionCount: "Please add into how many lesions \(drug) was given."
    case .waste: "Please add how much of \(drug) was in the containers opened, and how much of it was thrown away."
    }
  }

  /// `ondansetron at 10:00, ketorolac at 10:20`.
  private static func givings(_ rows: [MARRow]) -> String {
    rows.map { $0.drugName + $0.atTime }.joined(separator: ", ")
  }

  private static func sites(_ rows: [MARRow]) -> String {
    let names = Set(rows.compactMap(\.site)).sorted()
    return names.isEmpty ? "a second line" : names.joined(separator: ", ")
  }
}
