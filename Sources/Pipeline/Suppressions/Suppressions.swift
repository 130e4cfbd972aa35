import CodeTables
import Coding
import Infusion
import Reconciliation

/// The differences that an organisation has decided to live with, on the day of the run.
package struct Suppressions: Sendable {
  /// Its name, as given.
  package let file: String
  /// The day of the run; what expired before it does nothing.
  package let day: CivilDate
  /// In the order of the file.
  package let expired: [Suppression]
  /// By encounter, nil for those that name none; in the order of the file.
  private let entries: [String?: [Entry]]

  private struct Entry {
    let suppression: Suppression
    let drug: SuppressedDrug?
  }

  /// Reads a file of suppressions.
  ///
  /// - Parameters:
  ///   - day: the day of the run; a row holds to the end of its last day.
  ///   - formulary: recognises brand names.
  package init(file: String, bytes: [UInt8], day: CivilDate, formulary: Formulary) throws(TableError) {
    let rows = try Suppression.list(file: file, bytes: bytes, expectedMatch: FindingKeys.expected)
    self.file = file
    self.day = day
    expired = rows.filter { $0.expires < day }
    let inForce = rows.filter { $0.expires >= day }.map { row in
      Entry(suppression: row, drug: row.drug.map { SuppressedDrug($0, formulary: formulary) })
    }
    entries = Dictionary(grouping: inForce) { $0.suppression.encounterID.map(NumberText.id) }
  }

  /// The result without its suppressed findings, and those, each with the first row that suppresses it.
  ///
  /// - Parameter pseudonyms: of a run that writes them; rows may then name the encounter by its pseudonym too,
  ///   as a review of its workbook does.
  func split(
    _ result: EncounterResult, of encounter: Encounter, pseudonyms: Pseudonyms? = nil
  ) -> (open: EncounterResult, suppressed: [SuppressedFinding]) {
    let pseudonym = pseudonyms.map { NumberText.id($0.name(of: encounter.id)) }
    let names: [String?] = [encounter.id, nil] + (pseudonym.map { [$0] } ?? [])
    let candidates = names.flatMap { entries[$0] ?? [] }.filter { entry in
      entry.suppression.department.map { encounter.isOnly(inDepartment: $0) } ?? true
    }
    .sorted { $0.suppression.line < $1.suppression.line }
    guard !candidates.isEmpty else { return (result, []) }
    var open: [Finding] = []
    var suppressed: [SuppressedFinding] = []
    for finding in result.findings {
      if let entry = candidates.first(where: { Self.suppresses($0, finding, encounter) }) {
        suppressed.append(SuppressedFinding(finding: finding, suppression: entry.suppression))
      } else {
        open.append(finding)
      }
    }
    return suppressed.isEmpty ? (result, []) : (result.with(findings: open), suppressed)
  }

  /// A match is no difference, so that nothing suppresses it.
  private static func suppresses(_ entry: Entry, _ finding: Finding, _ encounter: Encounter) -> Bool {
    guard finding.status != .match else { return false }
    if let match = entry.suppression.match, !finding.isJudged(by: match) { return false }
    if let code = entry.suppression.code, finding.code?.description != code { return false }
    if let day = entry.suppression.serviceDate, finding.serviceDate != day { return false }
    guard let drug = entry.drug else { return true }
    // A finding that rests on other drugs too is not theirs alone to suppress.
    let rows = Set(finding.recordRows)
    let given = encounter.rows.filter { rows.contains($0.source) }
    return !given.isEmpty && given.allSatisfy(drug.isGiven)
  }
}

/// A finding that a row of the suppressions keeps out of the findings.
package struct SuppressedFinding: Sendable {
  package let finding: Finding
  package let suppression: Suppression
}

extension Finding {
  fileprivate func isJudged(by match: String) -> Bool {
    reasonCodes.contains(match) || rules.contains(RuleID(match))
  }
}

extension Encounter {
  /// Whether the export names this department for it and no other.
  fileprivate func isOnly(inDepartment department: String) -> Bool {
    !departments.isEmpty && departments.allSatisfy { Words.fold($0) == Words.fold(department) }
  }
}
