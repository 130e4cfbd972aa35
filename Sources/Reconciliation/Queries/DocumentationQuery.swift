import Coding
import Infusion

/// A fact that nobody wrote down and that a nurse or a coder could add.
package struct DocumentationQuery: Hashable, Sendable {
  package enum MissingFact: String, CaseIterable, Sendable {
    case stopTime = "stop_time"
    case startTime = "start_time"
    case bothTimes = "start_and_stop_time"
    case siteReason = "site_reason"
    case indication
    case primaryReason = "primary_reason"
    case reservoir
    case lesionCount = "lesion_count"
    case waste
  }

  /// What the answer is worth.
  package struct Worth: Hashable, Sendable {
    package enum Sense: String, Sendable {
      /// What the answer would add.
      case gain
      /// What is suggested now and would not stand without an answer.
      case atRisk = "at_risk"
    }

    package let amount: ExactDecimal
    package let sense: Sense
  }

  package private(set) var encounterID: String
  /// Nil where no row has a day.
  package let serviceDate: CivilDate?
  /// As readers know them, in the order of the rows.
  package let drugs: [String]
  /// Access sites as documented, sorted; may be empty.
  package let sites: [String]
  /// Sorted.
  package let rows: [SourceRow]
  package let missing: MissingFact
  /// One sentence, without a hint at the answer or at money, so that it can be sent as it is.
  package let question: String
  /// The stable key that says why it is asked.
  package let reasonCode: String
  package let rules: [RuleID]
  /// Nil where it depends on the answer, or no schedule has an amount.
  package let worth: Worth?
}

extension DocumentationQuery {
  /// The query under another id.
  package func with(encounterID: String) -> DocumentationQuery {
    var query = self
    query.encounterID = encounterID
    return query
  }

  /// The order of the findings: by day (none last), then by row.
  static func precedes(_ left: DocumentationQuery, _ right: DocumentationQuery) -> Bool {
    if left.serviceDate != right.serviceDate { return isEarlier(left.serviceDate, right.serviceDate) }
    if left.rows != right.rows { return left.rows.lexicographicallyPrecedes(right.rows) }
    return left.missing.rawValue < right.missing.rawValue
  }
}
