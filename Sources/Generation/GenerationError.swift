/// A template of visits that cannot be used.
package enum GenerationError: Error, CustomStringConvertible {
  case template(line: String, problem: String)
  /// A code of a template that no table of the year knows.
  case unknownCode(String, visit: String)

  package var description: String {
    switch self {
    case .template(let line, let problem): "visit templates: \(problem) in \"\(line)\""
    case .unknownCode(let code, let visit): "visit templates: \"\(visit)\" names \(code), which no table holds"
    }
  }
}
