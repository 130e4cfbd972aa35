import Glibc

/// The place of an output, in two parts: the folder, and the name within it.
struct TargetPath: Sendable {
  let folder: String
  let name: String

  var full: String { folder == "/" ? "/\(name)" : "\(folder)/\(name)" }

  /// Follows a link, so that the file it names is replaced and not the link; refuses what is no plain file, since a
  /// rename would put one in place of a device or fail on a folder.
  ///
  /// - Throws: `cannotCreate`.
  init(_ path: String) throws(ByteStreamError) {
    let real = Self.linkTarget(path)
    let slash = real.lastIndex(of: "/")
    folder = slash.map { $0 == real.startIndex ? "/" : String(real[..<$0]) } ?? "."
    name = String(real[(slash.map { real.index(after: $0) } ?? real.startIndex)...])
    guard !name.isEmpty else { throw .cannotCreate(path: path, reason: "it names no file") }
    var status = stat()
    guard unsafe stat(full, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .cannotCreate(path: path, reason: "a folder has this name")
    default: throw .cannotCreate(path: path, reason: "it is no plain file; use - for standard output")
    }
  }

  private static func linkTarget(_ path: String) -> String {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes renames within the folder last through a crash.
  ///
  /// - Throws: `writeFailed`.
  func syncFolder(for path: String) throws(ByteStreamError) {
    try Folders.sync(folder, for: path)
  }
}
