import ByteStreams
import Pipeline

/// `infusion-charges.yaml`.
enum ConfigurationFile {
  /// The configuration in a file; what holds without one when no file is named.
  static func read(_ path: String?) throws -> Configuration {
    guard let path else { return Configuration() }
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    return try Configuration(yaml: String(decoding: bytes, as: UTF8.self), file: path)
  }
}
