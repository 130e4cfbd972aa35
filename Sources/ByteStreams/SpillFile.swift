import Glibc
import Synchronization

/// Bytes of a run that memory does not hold: a file without a name, mode 0600, on the disk of the output.
///
/// It is unlinked as soon as it is open, so that nothing is left of it however the process ends.
/// Shape: bytes are added at its end by one caller at a time; any number may read what was added.
package final class SpillFile: Sendable {
  /// Where a piece stands in the file.
  package struct Extent: Sendable {
    package let offset: Int
    package let count: Int
  }

  private let path: String
  private let descriptor: Int32
  private let end = Mutex(0)

  /// - Parameter path: an output of the run; the file is made beside it.
  /// - Throws: `cannotCreate`.
  package init(beside path: String) throws(ByteStreamError) {
    self.path = path
    let target = try TargetPath(path)
    descriptor = try Interruption.holdingBack { () throws(ByteStreamError) in
      let temporary = try TemporaryFile(beside: target, shownPath: path)
      unsafe unlink(temporary.path)
      return temporary.descriptor
    }
  }

  deinit { close(descriptor) }

  /// Adds bytes and says where they stand.
  ///
  /// - Throws: `writeFailed`.
  package func append(_ bytes: Span<UInt8>) throws(ByteStreamError) -> Extent {
    try end.withLock { end throws(ByteStreamError) in
      let start = end
      try unsafe bytes.withUnsafeBytes { buffer throws(ByteStreamError) in try unsafe write(buffer, at: start) }
      end += bytes.count
      return Extent(offset: start, count: bytes.count)
    }
  }

  /// The bytes of a piece.
  ///
  /// - Throws: `readFailed`.
  package func read(_ extent: Extent) throws(ByteStreamError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: extent.count) { buffer, count in
      while count < extent.count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: count), extent.count - count, off_t(extent.offset + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure = got < 0 ? errno : EIO
          return
        }
        count += got
      }
    }
    guard failure == 0 else { throw .readFailed(path: path, reason: systemReason(failure)) }
    return bytes
  }

  private func write(_ buffer: UnsafeRawBufferPointer, at start: Int) throws(ByteStreamError) {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
      let written = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + done))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .writeFailed(path: path, reason: systemReason()) }
      done += written
    }
  }
}
