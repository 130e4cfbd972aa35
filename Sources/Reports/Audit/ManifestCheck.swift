import ByteStreams
import CodeTables

/// Holds a manifest against what is there now.
package struct ManifestCheck {
  package enum Verdict: String, Sendable {
    case same, changed, absent
  }

  /// A file of the manifest and what became of it.
  package struct Line: Sendable {
    package let file: Manifest.File
    package let verdict: Verdict
  }

  /// In the order of the manifest.
  package let lines: [Line]
  /// The version that the manifest names, where it is not this program's.
  package let otherVersion: String?

  /// - Parameters:
  ///   - folder: where the manifest stands.
  ///   - bundled: the tables of this program.
  package init(_ manifest: Manifest, folder: String, bundled: [TableDigest], version: String) {
    let tables = Dictionary(bundled.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let files = manifest.inputs + manifest.configuration + manifest.tables + manifest.outputs
    // Standard input is gone.
    lines = files.filter { $0.path != "-" }.map { file in
      let path = file.path.hasPrefix("/") ? file.path : "\(folder)/\(file.path)"
      let now = file.role == "bundled" ? tables[file.path] : try? StreamDigest(ofFile: path)
      return Line(file: file, verdict: now.map { $0.sha256 == file.sha256 ? .same : .changed } ?? .absent)
    }
    otherVersion = manifest.version == version ? nil : manifest.version
  }

  package var isSame: Bool { otherVersion == nil && lines.allSatisfy { $0.verdict == .same } }

  /// One line for each file that is not as it was, then a sum.
  package var text: String {
    var text = lines.filter { $0.verdict != .same }.map { line in
      "\(line.verdict.rawValue)  \(line.file.role)  \(line.file.path.printable)\n"
    }.joined()
    if let otherVersion { text += "changed  program  version \(otherVersion.printable) then\n" }
    let same = lines.count { $0.verdict == .same }
    return text + "\(same) of \(lines.count) files are as they were\n"
  }
}
