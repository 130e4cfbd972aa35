import Coding
import Infusion

/// What was thrown away of single-dose containers, where Medicare wants to know and nobody wrote it down
/// (coding-rules DRUG-02, DRUG-04).
///
/// Only rows that call their container single-dose are asked about: an export that knows nothing of containers would
/// make a question of every drug.
struct WasteQuestions {
  let encounter: Encounter
  let billing: DrugBilling

  var queries: [DocumentationQuery] {
    guard encounter.rows.contains(where: \.isSilentOnWaste) else { return [] }
    return DrugUnits(of: encounter, billing: billing).totals
      .filter { $0.isMedicare && $0.waste == .notDocumented && !$0.isOpenedStated }
      .compactMap(query)
  }

  private func query(_ total: DrugTotal) -> DocumentationQuery? {
    let rows = encounter.rows.filter { total.rows.contains($0.source) && $0.isSilentOnWaste }
    guard !rows.isEmpty else { return nil }
    let missing = DocumentationQuery.MissingFact.waste
    // What the answer is worth depends on it.
    return DocumentationQuery(
      encounterID: encounter.id, serviceDate: total.serviceDate, drugs: [rows[0].drugName],
      sites: Set(rows.compactMap(\.site)).sorted(),
      rows: encounter.allSources(of: rows.map(\.source).sorted()), missing: missing,
      question: missing.question(drugs: [rows[0].drugName], rows), reasonCode: DrugKeyword.wasteUnknown.rawValue,
      rules: [DrugUnits.wholeUnitsLeft.id, DrugUnits.medicareSingleDose.id], worth: nil)
  }
}

extension MARRow {
  fileprivate var isSilentOnWaste: Bool { isGiven && isSingleDose == true && opened == nil }
}
