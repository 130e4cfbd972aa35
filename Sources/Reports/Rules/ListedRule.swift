import Coding
import Infusion
import Reconciliation

/// A rule as it is listed, whether it derives codes or judges billed lines.
struct ListedRule {
  let id: RuleID
  var sentence: String
  let evidence: [String]
  /// What it makes of a finding; `none` for rules that derive.
  var severity = Severity.none

  /// Every rule once, those that derive first; a rule that does both says both.
  static let all: [ListedRule] = {
    var rules = RuleBook.all.map { ListedRule(id: $0.id, sentence: $0.sentence, evidence: $0.evidence) }
    for check in CheckRule.all {
      if let place = rules.firstIndex(where: { $0.id == check.id }) {
        if rules[place].sentence != check.sentence { rules[place].sentence += " " + check.sentence }
        rules[place].severity = check.severity
      } else {
        rules.append(
          ListedRule(id: check.id, sentence: check.sentence, evidence: check.evidence, severity: check.severity))
      }
    }
    return rules
  }()

  /// The letters before the number.
  var letters: String { String(id.description.prefix { $0 != "-" }) }

  /// How much a finding that rests on it asks of its reader; empty for rules that derive.
  var consequence: String {
    switch severity {
    case .none: ""
    case .info: "Severity: info."
    case .warning: "Severity: warning."
    case .error: "Severity: error."
    }
  }

  /// Sentence, then severity.
  var words: String { consequence.isEmpty ? sentence : "\(sentence) \(consequence)" }
}
