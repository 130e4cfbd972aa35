import ByteStreams
import Foundation
import Pipeline

/// What a drop consists of, written into its folder before anything of it is moved, so that whoever finds the folder
/// knows how to go on.
struct Plan: Codable, Sendable {
  struct File: Codable, Sendable {
    /// `mar` or `charges`.
    let role: String
    let name: String
    let bytes: Int
    let sha256: String
    let rows: Int?
  }

  let key: String
  /// Of content, tables, configuration and version: what must never be processed twice.
  var identity: String
  let day: String
  let files: [File]
  let companions: [String]
  /// The run that has processed the same content already.
  var duplicateOf: String?
  /// How often processing was begun.
  var attempts = 0
  /// Whether it is processed even if it was before; absent in plans of earlier releases.
  var isForced: Bool?
  /// What its results came to, once they are whole.
  var figures: DropFigures?

  var names: [String] { files.map(\.name) + companions }

  func write(to folder: String) throws {
    let file = try AtomicFile(path: "\(folder)/\(DropLayout.plan)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try file.write(Array(try encoder.encode(self)))
    _ = try file.commit()
  }

  /// Removes a run's folder in which no drop lies; false, and the folder stays, where anything but a plan is in it.
  static func removeFolder(_ folder: String) -> Bool {
    guard let (names, unreadable) = try? Folders.names(in: folder), unreadable == 0,
      names.allSatisfy({ $0 == DropLayout.plan || $0.hasPrefix(".\(DropLayout.plan).") && $0.hasSuffix(".part") })
    else { return false }
    for name in names { Folders.remove("\(folder)/\(name)") }
    return Folders.removeEmpty(folder)
  }

  /// Nil where there is none, or none that was written whole.
  init?(in folder: String) {
    let path = "\(folder)/\(DropLayout.plan)"
    guard FileStatus(path: path)?.kind == .file, let bytes = try? FileBytes.all(of: path),
      let plan = try? JSONDecoder().decode(Plan.self, from: Data(bytes))
    else { return nil }
    self = plan
  }

  init(_ arrival: Arrival, _ checked: [Readiness.Checked], identity: String, day: String, duplicateOf: String?) {
    key = arrival.key
    self.identity = identity
    self.day = day
    files = checked.map { checked in
      File(
        role: checked.file.role.rawValue, name: checked.file.name, bytes: checked.digest.byteCount,
        sha256: checked.digest.sha256, rows: checked.rows)
    }
    let inputs = Set(files.map(\.name))
    companions = arrival.names.filter { !inputs.contains($0) }
    self.duplicateOf = duplicateOf
  }
}

/// What makes two drops the same.
struct DropIdentity {
  /// The digest of whatever decides results beside the content: version, tables, configuration, options.
  let rules: String

  func of(_ files: [(role: String, sha256: String)]) -> String {
    var hash = SHA256()
    hash.update(Array("\(rules)\n".utf8).span)
    // Which file of several came first in its folder's order does not matter, nor what they are called.
    for line in files.map({ "\($0.role) \($0.sha256)\n" }).sorted() { hash.update(Array(line.utf8).span) }
    return hash.finish()
  }
}
