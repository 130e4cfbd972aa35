import Coding
import Infusion

/// A rule of the specification by which billed lines are judged, declared beside the code that follows it.
package struct CheckRule: Sendable {
  package let id: RuleID
  /// What it says, in our own words.
  package let sentence: String
  package let severity: Severity
  /// Evidence tags of the specification, as in `Coding.Rule`.
  package let evidence: [String]

  /// - Parameter evidence: tags apart by spaces.
  init(_ id: RuleID, _ sentence: String, severity: Severity, evidence: String) {
    self.id = id
    self.sentence = sentence
    self.severity = severity
    self.evidence = evidence.split(separator: " ").map(String.init)
  }

  /// A rule that `Coding` declares, with what it makes of a finding.
  init(_ rule: Rule, severity: Severity) {
    id = rule.id
    sentence = rule.sentence
    self.severity = severity
    evidence = rule.evidence
  }

  /// Every rule that judges billed lines: those of matching, then those of the checks in their order, then those of
  /// drug lines.
  package static var all: [CheckRule] {
    MatchingRules.all + BillingChecks.inOrder.map(\.rule) + DrugRules.all
  }
}

/// The rules of matching.
enum MatchingRules {
  static let billedWithoutRecord = CheckRule(
    "CHK-19", "A billed administration without a row of the medication record behind it is not supported.",
    severity: .error, evidence: "K")
  static let derivedNotBilled = CheckRule(
    "CHK-20", "A code that the record supports and that was not billed is a missed charge.",
    severity: .warning, evidence: "K")
  static let otherDate = CheckRule(
    "CHK-21", "Units that agree over the encounter but stand on other days than documented have a wrong date.",
    severity: .warning, evidence: "K")
  static let physicianInFacility = CheckRule(
    "CHK-11", "A physician's bill from a facility's place of service may not carry the facility's drug administration.",
    severity: .error, evidence: "K")

  static let all = [physicianInFacility, billedWithoutRecord, derivedNotBilled, otherDate]

  /// Units are compared by date and code, modifiers apart from them; `Coding` declares it.
  static let comparedApart: RuleID = "MOD-07"
  /// The X modifiers are narrower forms of 59; `Coding` declares it.
  static let narrowerForms: RuleID = "MOD-04"
  /// Drugs of one bag are one infusion, those of one syringe one push; `Coding` declares both.
  static let oneBag: RuleID = "TIME-07"
  static let oneSyringe: RuleID = "PUSH-08"
  /// The second code of a pair that Medicare takes with a modifier carries it; `Coding` declares it.
  static let pairModifier: RuleID = "PTP-02"
  /// A flush is reported where it is all that happened that day; `Coding` declares it.
  static let soleFlush: RuleID = "ALG-19"
  /// The initial of a later encounter of the day carries 59; `Coding` declares it.
  static let laterEncounter: RuleID = "MOD-02"
}
