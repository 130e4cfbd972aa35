/// A row of the findings of a workbook, as far as a review needs it.
struct ReviewedFinding: Sendable {
  /// What tells findings of a bill apart.
  struct Subject: Hashable, Sendable {
    let encounterID: String
    /// As the sheet shows it; empty when the finding has none.
    let serviceDate: String
    let code: String
  }

  let sheet: String
  /// As a spreadsheet numbers it.
  let row: Int
  let subject: Subject
  let isMatch: Bool
  let reasonCodes: [String]
  let rules: [String]
  let reviewer: String
  /// Nil where nobody decided.
  let decision: ReviewDecision?
  let comment: String

  /// What can stand in the `match` column of suppressions, the most telling first.
  var keys: [String] { reasonCodes + rules }
}
