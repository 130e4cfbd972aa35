/// What a reviewer says of a finding, in the `decision` column of a workbook.
package enum ReviewDecision: String, CaseIterable, Sendable {
  /// It is right and will be acted on.
  case agree
  /// It is right and stays as it is.
  case accept
  /// It is wrong.
  case disagree
  /// Somebody else must look.
  case unsure

  /// Whether the finding need not come back.
  package var suppresses: Bool { self == .accept || self == .disagree }
}

/// The columns that a workbook has for reviewers, behind those of the findings.
package enum ReviewColumns {
  package static let reviewer = "reviewer"
  package static let decision = "decision"
  package static let comment = "comment"
  package static let all = [reviewer, decision, comment]
}
