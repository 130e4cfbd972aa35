/// A configuration file that cannot be used (exit code 78).
///
/// Shape: lines count from 1; `path` is the key with those above it, `mar.columns.route`.
package enum ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  case notYAML(file: String, line: Int?, reason: String)
  /// A key that means nothing here. `nearest` is a known key that looks much like it.
  case unknownKey(file: String, line: Int?, path: String, nearest: String?, known: [String])
  case missingKey(file: String, line: Int?, path: String, key: String)
  /// A list where a text should be, and so on.
  case wrongShape(file: String, line: Int?, path: String, expected: String)
  case unknownValue(file: String, line: Int?, path: String, value: String, nearest: String?, known: [String])

  package var description: String {
    switch self {
    case .notYAML(let file, let line, let reason):
      return "\(Self.place(file, line)): this is no YAML: \(reason); correct it or leave the file out"
    case .unknownKey(let file, let line, let path, let nearest, let known):
      let advice = nearest.map { "did you mean \($0)?" } ?? "known here: \(known.joined(separator: ", "))"
      return "\(Self.place(file, line)): unknown key \(path); \(advice)"
    case .missingKey(let file, let line, let path, let key):
      return "\(Self.place(file, line)): \(path) has no \(key); add it"
    case .wrongShape(let file, let line, let path, let expected):
      return "\(Self.place(file, line)): \(path) has the wrong shape; write \(expected)"
    case .unknownValue(let file, let line, let path, let value, let nearest, let known):
      let advice = nearest.map { "did you mean \($0)?" } ?? "write one of: \(known.joined(separator: ", "))"
      return "\(Self.place(file, line)): \(path) cannot be \"\(value)\"; \(advice)"
    }
  }

  private static func place(_ file: String, _ line: Int?) -> String {
    line.map { "\(file):\($0)" } ?? file
  }
}
