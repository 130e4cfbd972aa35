import Infusion
import Reconciliation

/// What comparing two runs looks at of one finding, as its file says it.
struct ComparedFinding: Sendable {
  /// In the order of `Column`.
  let cells: [String]
  /// The 1-based line of its file.
  let line: Int

  /// The columns of the findings that comparing needs.
  enum Column: Int, CaseIterable, Sendable {
    case encounter, date, setting, site, code, description
    case suggestedUnits, billedUnits, suggestedModifiers, billedModifiers
    case status, severity, reasonCode, reason, rules, difference, review

    var header: String { Self.headers[rawValue] }

    private static let headers = [
      "encounter_id", "service_date", "setting", "site", "code", "description", "suggested_units", "billed_units",
      "suggested_modifiers", "billed_modifiers", "status", "severity", "reason_code", "reason", "rules",
      "amount_difference", "review",
    ]
  }

  subscript(_ column: Column) -> String { cells[column.rawValue] }

  /// Nil for a word that this version does not know; such a finding is open.
  var status: Finding.Status? { Finding.Status(rawValue: self[.status]) }

  /// Whether it asks anything of anybody.
  var isOpen: Bool { status?.isDifference ?? true }

  /// Suggested less billed, in money; nil where there is no amount.
  var amount: ExactDecimal? { ExactDecimal(self[.difference]) }

  /// What it is about: the finding of another run on the same subject is the same one.
  struct Subject: Hashable, Sendable {
    let encounter: String
    let date: String
    let code: String
    let rest: String
  }

  var subject: Subject {
    let modifiers = "\(self[.suggestedModifiers]) \(self[.billedModifiers])".split(separator: " ").map { Modifier($0) }
    let identity = modifiers.contains(where: \.marksDistinctService) ? "distinct" : ""
    // Without a code the reason is all that tells two apart; waste stands on a line of its own.
    let kind = self[.code].isEmpty ? self[.reasonCode] : modifiers.contains(Modifier("JW")) ? "waste" : ""
    return Subject(encounter: self[.encounter], date: self[.date], code: self[.code], rest: "\(identity) \(kind)")
  }

  /// Columns in which it differs from another on the same subject; that words or evidence moved is no matter.
  func changes(from other: ComparedFinding) -> [Column] {
    Self.compared.filter { !isSame(in: $0, as: other) }
  }

  /// Numbers are compared by value: a spreadsheet saves 115.80 as 115.8.
  private func isSame(in column: Column, as other: ComparedFinding) -> Bool {
    guard self[column] != other[column] else { return true }
    guard Self.numbers.contains(column), let number = ExactDecimal(self[column]) else { return false }
    return number == ExactDecimal(other[column])
  }

  private static let numbers: [Column] = [.suggestedUnits, .billedUnits, .difference]

  private static let compared: [Column] = [
    .suggestedUnits, .billedUnits, .suggestedModifiers, .billedModifiers, .status, .severity, .reasonCode, .difference,
    .review,
  ]
}
