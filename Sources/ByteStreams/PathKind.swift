import Glibc

/// What stands at a path, links followed.
package enum PathKind: Sendable {
  /// A file, a pipe or a device: something to read.
  case file
  case folder

  /// Nil when nothing is there, or nothing that one may know of.
  package init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Whether a file stands at the path that gives the same bytes as often as it is read: no pipe and no device.
  package static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
