import ByteStreams
import CodeTables
import Foundation
import Pipeline
import Reports

/// What a run is made of beside its input, hashed.
struct Audit {
  private let options: [String: String]
  private let configuration: [Manifest.File]
  private let tables: [Manifest.File]

  init(_ job: Job, reading: ReadingOptions, suppressionsFile: String?) throws {
    options = RunClock.options(of: job)
    let files = [
      ("configuration", reading.configurationFile), ("fees", reading.ownFees.file), ("suppressions", suppressionsFile),
    ]
    configuration = try files.compactMap { role, path in
      try path.map { Manifest.File(role: role, path: Self.absolute($0), try StreamDigest(ofFile: $0)) }
    }
    tables = try TableFolder(overrideFolder: reading.ownTables.folder).digests().map { table in
      Manifest.File(
        role: table.isOwn ? "own" : "bundled", path: table.isOwn ? Self.absolute(table.path) : table.name, table.digest)
    }
  }

  /// What a run's manifest needs, where one is asked for.
  static func of(
    _ job: Job, reading: ReadingOptions, suppressionsFile: String?, manifest path: String?
  ) throws -> (manifest: Manifest, path: String)? {
    try path.map { (try Audit(job, reading: reading, suppressionsFile: suppressionsFile).manifest, $0) }
  }

  /// Without inputs and outputs.
  var manifest: Manifest {
    Manifest(
      version: Version.number, options: options, inputs: [], configuration: configuration, tables: tables, outputs: [])
  }

  /// The digest of everything that decides results beside the input, wherever its files lie.
  ///
  /// - Parameter forms: choices of how results are written.
  func rules(forms: [String]) -> String {
    // The day of suppressions changes every night and makes nothing new of an old drop.
    let chosen = options.filter { !["suppressions", "as_of"].contains($0.key) }
    return Self.digest([Version.number] + forms.sorted() + chosen.map { "\($0.key)=\($0.value)" }.sorted() + files)
  }

  /// The digest of every file that decides results beside the input: what the parts of one run have to share.
  var filesDigest: String { Self.digest(files) }

  private var files: [String] { (configuration + tables).map { "\($0.role) \($0.sha256)" }.sorted() }

  private static func digest(_ lines: [String]) -> String {
    var hash = SHA256()
    hash.update(Array(lines.joined(separator: "\n").utf8).span)
    return hash.finish()
  }

  static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}

extension Manifest {
  /// With the inputs and outputs of a run; files beside the manifest are named as it sees them.
  func of(_ summary: RunSummary, besides path: String) -> Manifest {
    let folder = URL(filePath: Audit.absolute(path)).deletingLastPathComponent().path + "/"
    let shown = { (path: String) in
      let full = Audit.absolute(path)
      return path == "-" ? path : full.hasPrefix(folder) ? String(full.dropFirst(folder.count)) : full
    }
    var manifest = self
    manifest.inputs = summary.inputs.map {
      File(role: $0.role.rawValue, path: shown($0.path), bytes: $0.bytes, sha256: $0.sha256)
    }
    manifest.outputs = summary.outputs.map {
      File(role: $0.content, path: shown($0.path), bytes: $0.bytes, sha256: $0.sha256)
    }
    return manifest
  }
}
