import Glibc

/// Folders of a job: made for their owner alone, files moved between them so that the move lasts.
package enum Folders {
  /// Makes a folder of mode 0700, whatever the mask of the process; one that is there stays as it is.
  ///
  /// - Throws: `cannotCreate`.
  package static func make(_ path: String) throws(ByteStreamError) {
    if unsafe mkdir(path, 0o700) == 0 {
      _ = unsafe chmod(path, 0o700)
      return
    }
    let number = errno
    if number == EEXIST, PathKind(path: path) == .folder { return }
    throw .cannotCreate(path: path, reason: systemReason(number))
  }

  /// The names in a folder by their bytes, hidden ones too; `unreadable` counts those that are no UTF-8.
  ///
  /// - Throws: `notFound`, `notReadable`.
  package static func names(in path: String) throws(ByteStreamError) -> (names: [String], unreadable: Int) {
    guard let folder = unsafe opendir(path) else {
      throw errno == ENOENT ? .notFound(path: path) : .notReadable(path: path, reason: systemReason())
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    var unreadable = 0
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(validatingCString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard let name else {
        unreadable += 1
        continue
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return (names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, unreadable)
  }

  /// Renames a file or a folder to a name that is free.
  ///
  /// - Throws: `writeFailed`.
  package static func move(_ path: String, to target: String) throws(ByteStreamError) {
    guard unsafe rename(path, target) == 0 else {
      throw .writeFailed(path: target, reason: "\(path) cannot be moved there: \(systemReason())")
    }
  }

  /// Gives a file back to a folder that others write to; false, and nothing done, when its name is taken there.
  ///
  /// - Throws: `writeFailed`.
  package static func giveBack(_ path: String, to target: String) throws(ByteStreamError) -> Bool {
    // A rename would replace what a sender has just put there; a link does not.
    if unsafe link(path, target) == 0 {
      guard unsafe unlink(path) == 0 else { throw .writeFailed(path: path, reason: systemReason()) }
      return true
    }
    if errno == EEXIST || FileStatus(path: target) != nil {
      // Interrupted between the two names of one file.
      guard FileStatus(path: target)?.identity == FileStatus(path: path)?.identity else { return false }
      guard unsafe unlink(path) == 0 else { throw .writeFailed(path: path, reason: systemReason()) }
      return true
    }
    // A file system without links.
    try move(path, to: target)
    return true
  }

  /// Lets only the owner read a file; a file of another owner stays as it is.
  package static func makePrivate(_ path: String) {
    _ = unsafe chmod(path, 0o600)
  }

  /// Makes renames within a folder last through a crash.
  ///
  /// - Parameter path: what was renamed, for messages; the folder itself by default.
  /// - Throws: `writeFailed`.
  package static func sync(_ folder: String, for path: String? = nil) throws(ByteStreamError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written but not read cannot be synced; the rename stands all the same.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // EINVAL: a file system that syncs no folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .writeFailed(path: path ?? folder, reason: systemReason())
    }
  }

  /// Removes a folder in which nothing is; false when it cannot be.
  package static func removeEmpty(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  /// Removes a file, or a folder with all that is in it; links are removed and not followed.
  ///
  /// What cannot be removed stays.
  package static func remove(_ path: String) {
    if FileStatus(path: path)?.kind == .folder {
      for name in (try? names(in: path))?.names ?? [] { remove("\(path)/\(name)") }
      _ = unsafe rmdir(path)
    } else {
      _ = unsafe unlink(path)
    }
  }
}
