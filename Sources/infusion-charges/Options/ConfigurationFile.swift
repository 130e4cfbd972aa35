import Pipeline

/// `infusion-charges.yaml`.
enum ConfigurationFile {
  /// The configuration in a file; what holds without one when no file is named.
  static func read(_ path: String?) throws -> Configuration {
    guard let path else { return Configuration() }
    return try Configuration(yaml: String(decoding: try WholeFile.bytes(of: path), as: UTF8.self), file: path)
  }
}
