import CodeTables
import Infusion
import Yams

/// A place in a configuration file, with the keys that lead to it; reads it strictly.
struct ConfigurationNode {
  let file: String
  /// The keys from the top, joined by points; empty at the top.
  let path: String
  private let node: Node?

  init(yaml: String, file: String) throws(ConfigurationError) {
    self.file = file
    path = ""
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw Self.refusal(of: error, file: file)
    } catch {
      throw .notYAML(file: file, line: nil, reason: "\(error)")
    }
  }

  private init(file: String, path: String, node: Node) {
    self.file = file
    self.path = path
    self.node = node
  }

  var line: Int? { node?.mark?.line }

  /// The entries of a mapping, in the order of the file, whatever the keys; an empty place is an empty mapping.
  func entries() throws(ConfigurationError) -> [(key: String, place: ConfigurationNode)] {
    guard let node, !isNothing(node) else { return [] }
    guard let mapping = node.mapping else { throw wrongShape("keys with values beneath it, one a line") }
    var result: [(String, ConfigurationNode)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw wrongShape("plain words as keys") }
      let here = ConfigurationNode(file: file, path: path.isEmpty ? name : "\(path).\(name)", node: value)
      result.append((name, here))
    }
    return result
  }

  /// The entries of a mapping by key, when every key is one of the section's.
  func entries(of section: ConfigurationSection) throws(ConfigurationError) -> [String: ConfigurationNode] {
    try entries(known: section.keys.map(\.name))
  }

  /// The entries of a mapping by key, when every key is one of `known`.
  func entries(known: [String]) throws(ConfigurationError) -> [String: ConfigurationNode] {
    var result: [String: ConfigurationNode] = [:]
    for (key, place) in try entries() {
      guard known.contains(key) else {
        let line = keyLine(key)
        throw .unknownKey(
          file: file, line: line, path: place.path, nearest: Spelling.nearest(to: key, among: known), known: known)
      }
      result[key] = place
    }
    return result
  }

  /// The items of a list; an empty place is an empty list.
  func items() throws(ConfigurationError) -> [ConfigurationNode] {
    guard let node, !isNothing(node) else { return [] }
    guard let sequence = node.sequence else { throw wrongShape("a list, each item behind a dash") }
    return sequence.enumerated().map { index, item in
      ConfigurationNode(file: file, path: "\(path)[\(index + 1)]", node: item)
    }
  }

  func text() throws(ConfigurationError) -> String {
    guard let text = node?.scalar?.string, !text.isEmpty else { throw wrongShape("one text") }
    return text
  }

  func flag() throws(ConfigurationError) -> Bool {
    switch try text().lowercased() {
    case "true", "yes": true
    case "false", "no": false
    case let other: throw unknown(other, known: ["true", "false"])
    }
  }

  /// The case whose raw value is written here, in any case of letters and with or without punctuation.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) throws(ConfigurationError) -> Choice {
    let written = try text()
    let known = Choice.allCases.map { $0 }
    guard let index = known.firstIndex(where: { Words.fold($0.rawValue) == Words.fold(written) }) else {
      throw unknown(written, known: known.map(\.rawValue))
    }
    return known[index]
  }

  func wrongShape(_ expected: String) -> ConfigurationError {
    .wrongShape(file: file, line: line, path: path.isEmpty ? "the file" : path, expected: expected)
  }

  func missing(_ key: String) -> ConfigurationError {
    .missingKey(file: file, line: line, path: path, key: key)
  }

  func unknown(_ value: String, known: [String]) -> ConfigurationError {
    .unknownValue(
      file: file, line: line, path: path, value: value, nearest: Spelling.nearest(to: value, among: known), known: known
    )
  }

  private func keyLine(_ key: String) -> Int? {
    node?.mapping?.first { $0.key.scalar?.string == key }?.key.mark?.line
  }

  private func isNothing(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  private static func refusal(of error: YamlError, file: String) -> ConfigurationError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .notYAML(file: file, line: mark.line, reason: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      .notYAML(
        file: file, line: context.mark.line, reason: "a key is written twice: \(duplicates.joined(separator: ", "))")
    default: .notYAML(file: file, line: nil, reason: "\(error)")
    }
  }
}
