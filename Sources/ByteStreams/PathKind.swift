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

  /// The size of the file at a path, links followed, if it gives the same bytes as often as it is read; nil for a pipe, a
  /// device, a folder, or where nothing is.
  package static func bytesOfPlainFile(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
