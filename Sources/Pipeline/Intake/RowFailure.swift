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
