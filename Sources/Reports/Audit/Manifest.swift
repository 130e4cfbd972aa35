import ByteStreams
import Foundation

/// What a run was made of, for an audit: SHA-256 of inputs, tables, configuration and outputs, and the version.
///
/// Shape: paths are absolute, or relative to the folder of the manifest. No patient data.
package struct Manifest: Codable, Sendable {
  package struct File: Codable, Sendable {
    package let role: String
    package let path: String
    package let bytes: Int
    package let sha256: String

    package init(role: String, path: String, bytes: Int, sha256: String) {
      (self.role, self.path, self.bytes, self.sha256) = (role, path, bytes, sha256)
    }

    package init(role: String, path: String, _ digest: StreamDigest) {
      self.init(role: role, path: path, bytes: digest.byteCount, sha256: digest.sha256)
    }
  }

  package var version: String
  /// Options that are not at their default.
  package var options: [String: String]
  package var inputs: [File]
  /// Configuration, fees, suppressions.
  package var configuration: [File]
  /// The role is `bundled` or `own`; a bundled one's path is its name.
  package var tables: [File]
  package var outputs: [File]

  package init(
    version: String, options: [String: String], inputs: [File], configuration: [File], tables: [File], outputs: [File]
  ) {
    (self.version, self.options, self.inputs) = (version, options, inputs)
    (self.configuration, self.tables, self.outputs) = (configuration, tables, outputs)
  }

  /// Keys sorted, ending in a line end.
  package func document() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  package init(document: [UInt8]) throws {
    self = try JSONDecoder().decode(Manifest.self, from: Data(document))
  }
}
