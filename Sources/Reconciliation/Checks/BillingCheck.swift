import Coding
import Infusion

/// One check of billed lines (coding-rules Part 5).
struct BillingCheck: Sendable {
  let rule: CheckRule
  /// What it objects to, in the order of the bill; empty when nothing.
  let hits: @Sendable (Bill, Documentation) -> [CheckHit]
}

/// One objection of a check.
struct CheckHit {
  /// The stable key.
  let key: String
  /// The line concerned.
  let net: BilledNet
  /// With its full stop.
  let sentence: String
  /// Keys of which each has said the same already; the sentence is left out then.
  var saidBy: [ReasonCode] = []
}
