import Glibc

/// A lock that one process at a time holds; it is free again however that process ends.
package final class FolderLock {
  private let descriptor: Int32

  /// Takes the lock that a file stands for; nil when another process holds it.
  ///
  /// - Throws: `cannotCreate`.
  package init?(path: String) throws(ByteStreamError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: systemReason()) }
    fchmod(descriptor, 0o600)
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    let number = errno
    close(descriptor)
    guard number == EWOULDBLOCK else { throw .cannotCreate(path: path, reason: systemReason(number)) }
    return nil
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
