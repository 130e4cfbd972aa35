import Infusion

/// A row that cannot be read: everything that the rejects file says about it (input IN-50).
package struct RowProblem: Error, Hashable, Sendable {
  package let source: SourceRow
  /// The encounter that lost the row, when the row names one; it becomes incomplete (input IN-51).
  package var encounterID: String?
  /// The field's name in the documentation (`start`, `route`); empty when the record as a whole is the problem.
  package let field: String
  package let value: String
  /// The rule of the specification that the row breaks: `IN-06`.
  package let rule: String
  package let problem: String
  package let fix: String
  /// The record as it stands in the file, without its line end.
  package var raw: [UInt8]

  package init(
    source: SourceRow, field: String = "", value: String = "", rule: String, problem: String, fix: String,
    raw: [UInt8] = []
  ) {
    self.source = source
    self.field = field
    self.value = value
    self.rule = rule
    self.problem = problem
    self.fix = fix
    self.raw = raw
  }
}
