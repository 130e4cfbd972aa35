import Coding
import Infusion

/// What comparing one encounter came to: its findings, and its row of the encounters table (output section 3).
package struct EncounterResult: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case match, underbilled, overbilled, mixed, review
  }

  package let encounterID: String
  package let setting: Setting
  /// In the order of output section 1; may be empty.
  package let findings: [Finding]
  /// Earliest and latest day of a finding; nil when none has a day.
  package let firstServiceDate: CivilDate?
  package let lastServiceDate: CivilDate?
  /// Access sites of the findings, sorted.
  package let sites: [String]
  /// `96413 x1; 96415 x2`, in listing order, days added up.
  package let suggested: String
  package let billed: String
  package let status: Status
  package let errors: Int
  package let warnings: Int
  package let infos: Int
  package let isIncomplete: Bool
  /// Lines that cancel each other and are gone.
  package let nettedLines: Int
  /// Lines that are not held against the record: drugs, and services beside drug administration.
  package let notJudgedLines: Int

  init(
    encounter: Encounter, findings: [Finding], suggested: String, billed: String, isIncomplete: Bool,
    nettedLines: Int, notJudgedLines: Int
  ) {
    encounterID = encounter.id
    setting = encounter.setting
    self.findings = findings
    let days = findings.compactMap(\.serviceDate)
    firstServiceDate = days.min()
    lastServiceDate = days.max()
    sites = Set(findings.flatMap(\.sites)).sorted()
    self.suggested = suggested
    self.billed = billed
    status = Self.status(of: findings, isIncomplete: isIncomplete)
    errors = findings.count { $0.severity == .error }
    warnings = findings.count { $0.severity == .warning }
    infos = findings.count { $0.severity == .info }
    self.isIncomplete = isIncomplete
    self.nettedLines = nettedLines
    self.notJudgedLines = notJudgedLines
  }

  /// Settled differences decide; only where there are none, open questions do.
  ///
  /// In an incomplete encounter no difference is settled. Wrong modifiers, dates and failed checks are neither under-
  /// nor overbilled: mixed.
  private static func status(of findings: [Finding], isIncomplete: Bool) -> Status {
    let found = Set(findings.map(\.status)).subtracting([.match, .notReportable])
    guard !found.isEmpty else { return .match }
    if isIncomplete || found == [.review] { return .review }
    let settled = found.subtracting([.review])
    if settled.isSubset(of: [.missing, .unitsLow]) { return .underbilled }
    if settled.isSubset(of: [.unsupported, .unitsHigh]) { return .overbilled }
    return .mixed
  }
}

/// Codes and units in listing order: `96413 x1; 96365-59 x1`.
struct CodeTally {
  private var units: [Key: Int] = [:]

  private struct Key: Hashable {
    let code: ProcedureCode
    let identity: [Modifier]
  }

  mutating func add(_ code: ProcedureCode, _ modifiers: [Modifier], units more: Int) {
    let identity = Set(modifiers.filter(\.marksDistinctService)).sorted()
    units[Key(code: code, identity: identity), default: 0] += more
  }

  func text(roles: CodeRoles) -> String {
    let order = units.map { (place: roles.place(of: $0.code), identity: $0.identity, units: $1) }.sorted {
      $0.place == $1.place ? $0.identity.lexicographicallyPrecedes($1.identity) : $0.place < $1.place
    }
    return order.map { entry in
      let name = ([entry.place.code.description] + entry.identity.map(\.description)).joined(separator: "-")
      return "\(name) x\(entry.units)"
    }.joined(separator: "; ")
  }
}
