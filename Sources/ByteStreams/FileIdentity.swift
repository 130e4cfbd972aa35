import Glibc

/// What makes two paths the same file: the file itself, or for a file that is not there yet its folder and name.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  private let name: String

  /// Nil when neither the file nor its folder is there.
  package init?(path: String) {
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      name = ""
    } else {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      guard unsafe stat(folder, &status) == 0 else { return nil }
      name = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
    }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
