import Infusion

/// Rows of each distinct value of a column.
struct WordTally {
  /// More values than a person could look through are counted together.
  static let limit = 10_000

  private(set) var rows: [String: Int] = [:]

  mutating func add(_ text: String) {
    guard rows[text] != nil || rows.count < Self.limit else { return }
    rows[text, default: 0] += 1
  }

  /// Most frequent first, then by text; `meaning` says what a value was taken for.
  func words(_ meaning: (String) -> String?) -> [Inspection.Word] {
    rows.mostFrequentFirst.map { Inspection.Word(text: $0.text, rows: $0.rows, meaning: meaning($0.text)) }
  }
}

extension [String: Int] {
  /// Texts with the rows that hold them, most frequent first, then by text.
  var mostFrequentFirst: [(text: String, rows: Int)] {
    map { (text: $0.key, rows: $0.value) }.sorted { left, right in
      left.rows == right.rows ? left.text < right.text : left.rows > right.rows
    }
  }
}

/// Reasons for which rows cannot be read, each once.
struct ProblemTally {
  private(set) var problems: [Inspection.Problem] = []

  mutating func add(_ problem: RowProblem) {
    let place = problems.firstIndex {
      ($0.rule, $0.field, $0.problem) == (problem.rule, problem.field, problem.problem)
    }
    guard let place else {
      problems.append(
        Inspection.Problem(
          rule: problem.rule, field: problem.field, problem: problem.problem, fix: problem.fix, rows: 1,
          firstLine: Int(problem.source.line), values: [problem.value]))
      return
    }
    problems[place].rows += 1
    if problems[place].values.count < 3, !problems[place].values.contains(problem.value) {
      problems[place].values.append(problem.value)
    }
  }
}
