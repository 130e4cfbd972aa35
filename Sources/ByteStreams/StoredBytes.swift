import Glibc

/// The bytes of a file as they are stored, read 1 MiB at a time unless less is wanted, counted and hashed.
///
/// Shape: a window of bytes that are read and not yet used; it stays in place until the next call.
@safe final class StoredBytes {
  static let chunkSize = 1 << 20

  let path: String
  private let descriptor: Int32
  // Aligned to a page: reads into malloc's page + 16 were measured more than five times slower.
  private let buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private(set) var bytesRead = 0
  private var hash = SHA256()
  private(set) var isAtEnd = false

  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - bytesAtOnce: read and hashed at a time.
  init(path: String, bytesAtOnce: Int = chunkSize) throws(ByteStreamError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    unsafe buffer = .allocate(byteCount: bytesAtOnce, alignment: Int(getpagesize()))
    if descriptor < 0 {
      throw errno == ENOENT || errno == ENOTDIR
        ? .notFound(path: path) : .notReadable(path: path, reason: systemReason())
    }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .isFolder(path: path) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
    unsafe buffer.deallocate()
  }

  /// The bytes read and not yet used.
  var window: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<end]) }

  /// The place in the file of the first byte of `window`.
  var offset: Int { bytesRead - (end - start) }

  func use(_ count: Int) {
    precondition(count <= end - start)
    start += count
  }

  /// Reads until at least `count` bytes are in the window, or the file ends.
  func fill(atLeast count: Int) throws(ByteStreamError) {
    precondition(unsafe count <= buffer.count)
    if end - start >= count { return }
    unsafe buffer.copyMemory(from: window)
    end -= start
    start = 0
    while end < count, !isAtEnd { try readOnce() }
  }

  private func readOnce() throws(ByteStreamError) {
    let free = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
    let got = unsafe read(descriptor, free.baseAddress, free.count)
    if got < 0 {
      if errno == EINTR { return }
      throw .readFailed(path: path, reason: systemReason())
    }
    isAtEnd = got == 0
    unsafe hash.update(UnsafeRawBufferPointer(rebasing: free[..<got]))
    bytesRead += got
    end += got
  }

  /// Of all bytes read; ask once, at the end.
  func digest() -> StreamDigest {
    StreamDigest(byteCount: bytesRead, sha256: hash.finish())
  }
}
