import Glibc

/// Writes all bytes to an open descriptor, counts and hashes them.
///
/// Does not own the descriptor.
struct DescriptorWriter: ~Copyable {
  let descriptor: Int32
  let path: String
  private var byteCount = 0
  private var hash = SHA256()

  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  mutating func write(_ bytes: Span<UInt8>) throws(ByteStreamError) {
    try unsafe bytes.withUnsafeBytes { buffer throws(ByteStreamError) in try unsafe writeAll(buffer) }
    hash.update(bytes)
    byteCount += bytes.count
  }

  private func writeAll(_ buffer: UnsafeRawBufferPointer) throws(ByteStreamError) {
    var rest = unsafe buffer
    while unsafe !rest.isEmpty {
      let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        throw errno == EPIPE ? .readerGone(path: path) : .writeFailed(path: path, reason: systemReason())
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  mutating func digest() -> StreamDigest {
    StreamDigest(byteCount: byteCount, sha256: hash.finish())
  }
}
