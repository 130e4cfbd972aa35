import Glibc

/// A file of lines that only grows, mode 0600; each line is on disk before `append` returns.
///
/// A process that was killed may have left a part of a line at the end: it is cut off before the next line.
package struct LineLog {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The whole lines, in their order; none when there is no file.
  ///
  /// - Throws: `notReadable`, `readFailed`.
  package func lines() throws(ByteStreamError) -> [String] {
    guard FileStatus(path: path) != nil else { return [] }
    let bytes = try FileBytes.all(of: path)
    let whole = bytes[..<(bytes.lastIndex(of: 0x0A) ?? 0)]
    return whole.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// - Parameter line: without a line end.
  /// - Throws: `cannotCreate`, `readFailed`, `writeFailed`.
  package func append(_ line: String) throws(ByteStreamError) {
    let whole = FileStatus(path: path) == nil ? 0 : try FileBytes.all(of: path).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason()) }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    guard ftruncate(descriptor, off_t(whole)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw .writeFailed(path: path, reason: systemReason())
    }
    var writer = DescriptorWriter(descriptor: descriptor, path: path)
    try writer.write(Array("\(line)\n".utf8).span)
    guard fsync(descriptor) == 0 else { throw .writeFailed(path: path, reason: systemReason()) }
  }
}
