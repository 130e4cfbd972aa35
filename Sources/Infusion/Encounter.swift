/// One patient's visit as billed, with what was given on it.
///
/// What may be nil is written `Optional` where the initializer sets it, as in `MARRow`.
package struct Encounter: Sendable {
  package var id: String
  package var setting: Setting
  /// Place of service, two digits, professional claims.
  package var placeOfService: String
  package var patientID: Optional<String>
  /// Arrival and departure, when the export has them.
  package var arrival: ClockTime?
  package var departure: ClockTime?
  /// Departments that its rows name, as written; may be empty.
  package var departments: Set<String> = []
  /// In input order; may be empty.
  package var rows: [MARRow]
  /// Dates on which a service other than a port flush is billed or documented elsewhere (coding-rules ALG-19).
  package var datesWithOtherServices: Set<CivilDate> = []

  package init(
    id: String, setting: Setting, placeOfService: String? = nil, patientID: String? = nil, rows: [MARRow] = []
  ) {
    self.id = id
    self.setting = setting
    self.placeOfService = placeOfService ?? (setting == .professional ? "11" : "22")
    self.patientID = patientID
    self.rows = rows
  }

  /// Whether the record says that Medicare pays.
  package var isMedicare: Bool { rows.contains { $0.facts.contains(.medicare) } }
}

extension Encounter {
  /// Whether some of its rows were made from several entries of the record.
  package var hasFurtherSources: Bool { rows.indices.contains { !rows[$0].furtherSources.isEmpty } }

  /// These rows and every other entry that they were made from, as evidence names them; sorted, each once.
  package func allSources(of sources: [SourceRow]) -> [SourceRow] {
    guard hasFurtherSources else { return sources }
    let made = rows.filter { !$0.furtherSources.isEmpty }
    let named = Set(sources)
    return named.union(made.lazy.filter { named.contains($0.source) }.flatMap(\.furtherSources)).sorted()
  }

  /// Entries of the record behind each of these rows of its own; as long as `sources`.
  package func entryCounts(of sources: [SourceRow]) -> [Int] {
    guard hasFurtherSources else { return [Int](repeating: 1, count: sources.count) }
    let made = rows.filter { !$0.furtherSources.isEmpty }
    let counts = Dictionary(made.map { ($0.source, $0.entryCount) }, uniquingKeysWith: +)
    return sources.map { counts[$0] ?? 1 }
  }
}
