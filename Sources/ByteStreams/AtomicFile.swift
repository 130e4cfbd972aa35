import Glibc

/// A file that is replaced whole or not at all (OUT-04).
///
/// Bytes go to a temporary file beside the target; `commit` flushes, syncs and renames it. Until then an earlier file
/// stays as it is. A file that is neither committed nor discarded is discarded when the last reference goes.
/// The committed file has mode 0600 too: it holds patient data.
package final class AtomicFile: ByteSink {
  private enum Stage {
    case open
    case sealed(StreamDigest)
    case replaced(StreamDigest)
    case discarded
  }

  package let path: String
  private let target: TargetPath
  private let temporary: TemporaryFile
  private var writer: DescriptorWriter
  private var stage = Stage.open
  private var isWrittenByName = false
  /// What has become of the file that stood at the target.
  private var earlier = Earlier.overwritten

  private enum Earlier {
    /// There was none.
    case none
    /// It has a second name.
    case kept(String)
    case overwritten
  }

  /// Starts a new content for the file at `path`.
  ///
  /// - Parameter isPublic: whether everybody may read it; for what holds no patient data and is read by other users.
  /// - Throws: `cannotCreate`.
  package init(path: String, isPublic: Bool = false) throws(ByteStreamError) {
    self.path = path
    let target = try TargetPath(path)
    self.target = target
    temporary = try Interruption.add { () throws(ByteStreamError) in
      try TemporaryFile(beside: target, shownPath: path)
    }
    if isPublic { fchmod(temporary.descriptor, 0o644) }
    writer = DescriptorWriter(descriptor: temporary.descriptor, path: path)
  }

  deinit {
    discard()
    Interruption.remove(temporary.path)
    close(temporary.descriptor)
  }

  package func write(_ bytes: Span<UInt8>) throws(ByteStreamError) {
    guard case .open = stage, !isWrittenByName else { preconditionFailure("a write after commit or discard") }
    try writer.write(bytes)
  }

  /// The path of the temporary file, for a library that writes a file by its name.
  ///
  /// It opens this file, puts no other in its place, and writes the whole content before the commit.
  package func pathToWrite() -> String {
    isWrittenByName = true
    return temporary.path
  }

  /// Flushes, syncs, puts the file in the target's place and syncs the folder.
  ///
  /// - Throws: `writeFailed`; the earlier file then stands unless only the last sync failed.
  package func commit() throws(ByteStreamError) -> StreamDigest {
    _ = try seal()
    let digest = try replace()
    try target.syncFolder(for: path)
    return digest
  }

  package func discard() {
    if case .replaced = stage { return }
    if case .discarded = stage { return }
    unsafe unlink(temporary.path)
    stage = .discarded
  }

  /// Removes the plain file at `path`, if there is one.
  ///
  /// - Throws: `writeFailed`.
  package static func remove(_ path: String) throws(ByteStreamError) {
    let target = try TargetPath(path)
    guard unsafe unlink(target.full) == 0 || errno == ENOENT else {
      throw .writeFailed(path: path, reason: systemReason())
    }
  }

  /// The first half of a commit: the bytes are safe on disk, the target is untouched, nothing can be written any more.
  ///
  /// - Throws: `writeFailed`.
  package func seal() throws(ByteStreamError) -> StreamDigest {
    if case .sealed(let digest) = stage { return digest }
    guard case .open = stage else { preconditionFailure("a file is committed once") }
    guard fsync(temporary.descriptor) == 0 else { throw .writeFailed(path: path, reason: systemReason()) }
    let digest = isWrittenByName ? try digestOfFile() : writer.digest()
    stage = .sealed(digest)
    return digest
  }

  private func digestOfFile() throws(ByteStreamError) -> StreamDigest {
    do throws(ByteStreamError) {
      return try StreamDigest(ofFile: temporary.path)
    } catch {
      throw .writeFailed(path: path, reason: "it cannot be read back")
    }
  }

  /// The second half: the target is the new file.
  func replace() throws(ByteStreamError) -> StreamDigest {
    guard case .sealed(let digest) = stage else { preconditionFailure("a file is sealed before it is in place") }
    guard unsafe rename(temporary.path, target.full) == 0 else {
      throw .writeFailed(path: path, reason: systemReason())
    }
    stage = .replaced(digest)
    return digest
  }

  /// The second half for one of several files: the earlier file is kept until `forgetEarlier`, for `putBack`.
  ///
  /// - Throws: `writeFailed`.
  func replaceKeepingEarlier() throws(ByteStreamError) -> StreamDigest {
    if FileStatus(path: target.full) == nil {
      earlier = .none
    } else if let path = TemporaryFile.secondName(of: target) {
      earlier = .kept(path)
    }
    do throws(ByteStreamError) {
      return try replace()
    } catch {
      forgetEarlier()
      throw error
    }
  }

  /// Undoes `replaceKeepingEarlier`, as far as the file system lets it; the file is discarded.
  func putBack() {
    guard case .replaced = stage else { return }
    switch earlier {
    case .kept(let path): guard unsafe rename(path, target.full) == 0 else { return }
    case .none: unsafe unlink(target.full)
    case .overwritten: return
    }
    (stage, earlier) = (.discarded, .overwritten)
  }

  /// Removes what was kept.
  func forgetEarlier() {
    if case .kept(let path) = earlier { unsafe unlink(path) }
    earlier = .overwritten
  }

  /// Makes the new name last.
  func syncFolder() throws(ByteStreamError) {
    try target.syncFolder(for: path)
  }
}
