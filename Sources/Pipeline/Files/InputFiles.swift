import ByteStreams
import Foundation

/// From what a user names to the files of a run (input IN-01): files, folders, patterns, and `-` for standard input.
package enum InputFiles {
  /// The files in the order in which they are read.
  ///
  /// Shape: as the names are given; those of one folder or pattern by the bytes of their names. A name that is no
  /// folder and no pattern stays as it is, whether there is such a file or not.
  ///
  /// - Throws: `noMatch`, `emptyFolder`, and `twice` when two names mean one file.
  package static func expanded(_ names: [String]) throws(InputFilesError) -> [String] {
    var files: [String] = []
    for name in names { files += try expanded(name) }
    var owners: [FileIdentity: String] = [:]
    for file in files where file != "-" {
      guard let identity = FileIdentity(path: file) else { continue }
      if let other = owners.updateValue(file, forKey: identity) { throw .twice(file: file, other: other) }
    }
    return files
  }

  private static func expanded(_ name: String) throws(InputFilesError) -> [String] {
    if name == "-" { return [name] }
    // A file whose name looks like a pattern is that file.
    if let kind = PathKind(path: name) { return kind == .folder ? try exports(in: name) : [name] }
    guard NamePattern.isPattern(name) else { return [name] }
    let found = matches(of: name)
    if found.isEmpty { throw .noMatch(pattern: name) }
    return found
  }

  /// Every file of a folder that may be an export; folders within it are left alone.
  private static func exports(in folder: String) throws(InputFilesError) -> [String] {
    let names = entries(of: folder).filter { !$0.hasPrefix(".") && !isNoExport($0) }
    let files = names.map { joined(folder, $0) }.filter { PathKind(path: $0) == .file }
    if files.isEmpty { throw .emptyFolder(folder: folder) }
    return files
  }

  /// Files whose paths match, part by part.
  private static func matches(of pattern: String) -> [String] {
    let parts = pattern.split(separator: "/").map(String.init)
    var places = [pattern.hasPrefix("/") ? "/" : ""]
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      guard NamePattern.isPattern(part) else {
        places = places.map { joined($0, part) }
        continue
      }
      let matcher = NamePattern(part)
      places = places.flatMap { place in
        entries(of: place.isEmpty ? "." : place).filter(matcher.matches).map { joined(place, $0) }
      }.filter { isLast || PathKind(path: $0) == .folder }
    }
    return places.filter { PathKind(path: $0) == .file }
  }

  /// Names in a folder by their bytes; none where it cannot be read.
  private static func entries(of folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// What lies beside exports: signs that one is complete, checksums, notes, configurations, unfinished copies.
  package static func isNoExport(_ name: String) -> Bool {
    let lowered = name.lowercased()
    if lowered.hasPrefix("readme") || lowered.hasSuffix("~") || ["thumbs.db", "desktop.ini"].contains(lowered) {
      return true
    }
    guard let point = lowered.lastIndex(of: ".") else { return false }
    return endingsOfOthers.contains(String(lowered[lowered.index(after: point)...]))
  }

  private static let endingsOfOthers: Set<String> = [
    "ok", "done", "ready", "rows", "sha256", "sha512", "md5", "asc", "sig", "log", "yaml", "yml", "json", "jsonl",
    "html", "md",
    "tmp", "part", "partial", "filepart", "crdownload", "bak", "lock",
  ]
}
