import Glibc

/// What the file system says of a path, links not followed.
package struct FileStatus: Equatable, Sendable {
  package enum Kind: Sendable {
    case file, folder
    /// A link, pipe, device or socket.
    case other
  }

  package let kind: Kind
  package let byteCount: Int
  /// When its bytes or its name last changed, nanoseconds since 1970: unlike the time of its bytes, no sender sets it.
  package let changed: Int
  /// When its bytes last changed, nanoseconds since 1970.
  package let modified: Int
  package let identity: UInt64

  /// Nil when nothing is there, or nothing that one may know of.
  package init?(path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    byteCount = Int(status.st_size)
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    identity = UInt64(status.st_ino)
  }
}
