/// Why reading a row ended early.
enum RowFailure: Error {
  /// The row is rejected and the run goes on.
  case reject(RowProblem)
  /// The file cannot be read on.
  case stop(IntakeError)

  /// The problem, told which encounter lost the row; what stops the run is thrown on.
  func problem(encounterID: String?) throws(IntakeError) -> RowProblem {
    switch self {
    case .stop(let error): throw error
    case .reject(var problem):
      problem.encounterID = encounterID.map(NumberText.id)
      return problem
    }
  }

  var stopsTheRun: Bool {
    if case .stop = self { return true }
    return false
  }
}

extension IntakeRecord {
  /// The failure that rejects this record for the cell of `column`.
  func rejected(_ field: String, _ column: Int?, _ rule: String, _ problem: String, _ fix: String) -> RowFailure {
    .reject(
      RowProblem(
        source: source, field: field, value: text(column), rule: rule, problem: problem, fix: fix, raw: raw))
  }

  /// Refuses a record without what every record has to hold (input IN-50).
  func checkFilled(_ column: Int?, _ field: some IntakeField) throws(RowFailure) {
    guard isBlank(column) else { return }
    throw rejected(
      field.rawValue, column, "IN-50", "\(field.rawValue) is blank", "fill it in, or correct the export")
  }
}
