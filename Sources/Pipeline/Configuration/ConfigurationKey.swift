import CodeTables
import Infusion

/// One key of a configuration file: the reader knows no others, and docs/keys.md is written of them.
package struct ConfigurationKey: Sendable {
  package let name: String
  /// In words, also for the message that refuses another shape.
  package let takes: String
  /// What holds without the key; empty where nothing does.
  package let standard: String
  /// What the key decides.
  package let meaning: String
  /// The option of the command line that goes before it.
  package let option: String?

  init(_ name: String, takes: String, standard: String = "", _ meaning: String, option: String? = nil) {
    self.name = name
    self.takes = takes
    self.standard = standard
    self.meaning = meaning
    self.option = option
  }

  /// The raw values of a choice, as a sentence lists them.
  static func choices<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> String {
    type.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }
}

extension [String: ConfigurationNode] {
  subscript(key: ConfigurationKey) -> ConfigurationNode? { self[key.name] }
}
