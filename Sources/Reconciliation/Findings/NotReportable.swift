import Coding
import Infusion

/// Rows that were given and are rightly not coded, as findings of their own (output section 2, `not_reportable`).
enum NotReportable {
  static func findings(encounter: Encounter, derivation: Derivation) -> [Finding] {
    let rows = Dictionary(encounter.rows.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    return derivation.excluded.map { excluded in
      let row = rows[excluded.row]
      var finding = Finding(
        encounterID: encounter.id, serviceDate: row?.moment?.date, setting: encounter.setting, status: .notReportable)
      finding.sites = row?.site.map { [$0] } ?? []
      finding.add(key: excluded.reason.rawValue)
      finding.add(rules: excluded.rules)
      finding.recordRows = [excluded.row]
      finding.add(sentence: "\(excluded.drugName)\(row?.atTime ?? "") \(excluded.words).")
      return finding
    }
  }
}
