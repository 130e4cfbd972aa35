import CSV
import Infusion

/// One row of an organisation's suppressions: differences that it has decided to live with until a day.
package struct Suppression: Hashable, Sendable {
  /// The 1-based physical line where the row starts.
  package let line: Int
  /// A rule id or a reason code; nil for any.
  package let match: String?
  /// Nil for any; the same holds for department and drug, of which one is named unless the row says `*`.
  package let encounterID: String?
  package let department: String?
  package let drug: String?
  /// Nil for any code, any day of service.
  package let code: String?
  package let serviceDate: CivilDate?
  package let reason: String
  package let owner: String
  /// The last day on which it holds.
  package let expires: CivilDate

  /// One of which only is known that it has expired: what the summary of a run says of it.
  package init(expiredOnLine line: Int, match: String?, owner: String, expires: CivilDate) {
    (self.line, self.match, self.owner, self.expires) = (line, match, owner, expires)
    (encounterID, department, drug, code, serviceDate, reason) = (nil, nil, nil, nil, nil, "")
  }

  init(_ row: TableRow, expectedMatch: (String) -> String?) throws(TableError) {
    line = row.line
    let match = try row.text("match")
    if match != Self.any, let expected = expectedMatch(match) { throw row.unknown("match", expected: expected) }
    let scopes = ["encounter_id", "department", "drug"].map { row[$0] }
    guard scopes.contains(where: { !$0.isEmpty }) else {
      throw row.unknown("encounter_id", expected: "an encounter here, or name a department or a drug, or * for all")
    }
    guard match != Self.any || scopes.contains(where: { !$0.isEmpty && $0 != Self.any }) else {
      throw row.unknown("match", expected: "a rule id or a reason code, since the row names nothing else")
    }
    self.match = Self.named(match)
    encounterID = Self.named(scopes[0])
    department = Self.named(scopes[1])
    drug = Self.named(scopes[2])
    code = Self.named(row["code"])
    serviceDate = row["service_date"] == Self.any ? nil : try row.date("service_date")
    reason = try row.text("reason")
    owner = try row.text("owner")
    guard let day = try row.date("expires") else { throw row.failure("expires", .emptyCell) }
    expires = day
  }

  private static let any = "*"

  private static func named(_ cell: String) -> String? {
    cell.isEmpty || cell == any ? nil : FormulaGuard.removed(from: cell)
  }
}

extension Suppression {
  /// What a file of suppressions must have, and may have.
  package static let columns = ["match", "encounter_id", "department", "drug", "reason", "owner", "expires"]
  package static let optionalColumns = ["code", "service_date"]

  /// Reads the rows of a file of suppressions, in its order.
  ///
  /// - Parameters:
  ///   - expectedMatch: for a text that is no rule id and no reason code, what to write in its place; else nil.
  /// - Throws: when a column is missing, and where a row names no rule, reason, owner, day or scope.
  package static func list(
    file: String, bytes: [UInt8], expectedMatch: (String) -> String?
  ) throws(TableError) -> [Suppression] {
    let table = try TableFile(name: file, bytes: bytes, columns: columns, optional: optionalColumns)
    var list: [Suppression] = []
    for row in table.rows { list.append(try Suppression(row, expectedMatch: expectedMatch)) }
    return list
  }
}
