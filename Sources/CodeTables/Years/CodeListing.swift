import Coding
import Infusion

/// What the tables of a year say of a code beyond what deriving needs: who may report it, since when, and who says so.
package struct CodeListing: Sendable {
  package let code: ProcedureCode
  /// Whether hospitals report it, and whether physicians do.
  package let facility: Bool
  package let professional: Bool
  /// First day on which it may be reported; nil when it is older than the tables.
  package let effectiveFrom: CivilDate?
  /// Last day; nil while it is in force.
  package let effectiveTo: CivilDate?
  package let source: String

  init(_ row: TableRow) throws(TableError) {
    code = try row.code("code")
    facility = try row.flag("facility")
    professional = try row.flag("professional")
    effectiveFrom = try row.date("effective_from")
    effectiveTo = try row.date("effective_to")
    source = try row.text("source")
    if let effectiveFrom, let effectiveTo, effectiveTo < effectiveFrom {
      throw row.failure("effective_to", .contradiction("it lies before effective_from"))
    }
  }

  /// Whether it may be reported for a service of this day.
  package func isActive(on date: CivilDate) -> Bool {
    (effectiveFrom.map { $0 <= date } ?? true) && (effectiveTo.map { date <= $0 } ?? true)
  }
}

/// A code that is no longer in force (coding-rules 1.5).
package struct DeletedCode: Sendable {
  package let code: ProcedureCode
  /// First day on which it may not be reported.
  package let deletedFrom: CivilDate
  /// What took its place, as the table has it; may be empty.
  package let replacedBy: String
  package let source: String

  init(_ row: TableRow) throws(TableError) {
    code = try row.code("code")
    guard let date = try row.date("deleted_from") else { throw row.failure("deleted_from", .emptyCell) }
    deletedFrom = date
    replacedBy = row["replaced_by"]
    source = try row.text("source")
  }
}
