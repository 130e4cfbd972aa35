import ByteStreams
import Foundation

/// One table file as it stands on disk, for an audit.
package struct TableDigest: Sendable {
  /// Below its folder, `2026/codes.csv`.
  package let name: String
  package let path: String
  /// Whether it is of the organisation's own folder.
  package let isOwn: Bool
  package let digest: StreamDigest
}

extension TableFolder {
  /// Every table that a run loads, sorted by name; an own file stands for the bundled one that it replaces.
  package func digests() throws -> [TableDigest] {
    var found: [String: TableDigest] = [:]
    for (folder, isOwn) in [(bundled, false)] + (own.map { [($0, true)] } ?? []) {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        let path = "\(folder)/\(name)"
        guard PathKind(path: path) == .file else { continue }
        found[name] = TableDigest(name: name, path: path, isOwn: isOwn, digest: try StreamDigest(ofFile: path))
      }
    }
    return found.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
