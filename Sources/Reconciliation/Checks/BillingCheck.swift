import Coding
import Infusion

/// One check of billed lines (coding-rules Part 5): one object, made once for every encounter.
final class BillingCheck: Sendable {
  let rule: CheckRule
  /// What it objects to, in the order of the bill; empty when nothing.
  ///
  /// The findings are those made so far, for checks that judge how the bill differs from the record.
  let hits: @Sendable (Bill, Documentation, CheckedFindings) -> [CheckHit]

  init(rule: CheckRule, hits: @escaping @Sendable (Bill, Documentation, CheckedFindings) -> [CheckHit]) {
    self.rule = rule
    self.hits = hits
  }
}

/// One objection of a check.
struct CheckHit {
  /// What is objected to.
  enum Place {
    case line(BilledNet)
    /// The place of a finding in those that the check was given.
    case finding(Int)
    /// Rows of the record of a day, and no code.
    case record([SourceRow], CivilDate?)
  }

  /// The stable key.
  let key: String
  let place: Place
  /// With its full stop.
  let sentence: String
  /// Keys of which each has said the same already; the sentence is left out then.
  let saidBy: [String]
  /// Where the case decides and not the rule.
  let severity: Severity?

  init(key: String, at place: Place, sentence: String, saidBy: [String] = [], severity: Severity? = nil) {
    self.key = key
    self.place = place
    self.sentence = sentence
    self.saidBy = saidBy
    self.severity = severity
  }
}
