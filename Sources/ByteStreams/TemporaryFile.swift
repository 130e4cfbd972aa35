import Glibc

/// The file beside a target that holds its content until it is whole: `.findings.csv.4711-0.part`, mode 0600.
///
/// Its owner holds a lock on it, so that a run in another container, whose process numbers mean nothing here, does not
/// take it for a left-over.
struct TemporaryFile: Sendable {
  let path: String
  let descriptor: Int32

  /// Removes what dead runs left for this target, then creates a new file.
  ///
  /// - Throws: `cannotCreate`, naming `shownPath`.
  init(beside target: TargetPath, shownPath: String) throws(ByteStreamError) {
    Self.removeLeftovers(of: target)
    for number in 0..<10_000 {
      let path = "\(target.folder)/\(Self.prefix(of: target))\(getpid())-\(number)\(Self.suffix)"
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw .cannotCreate(path: shownPath, reason: systemReason()) }
      // The mask of the process may have taken bits away.
      fchmod(descriptor, 0o600)
      flock(descriptor, LOCK_EX | LOCK_NB)
      if Self.isLinked(descriptor) {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Another run took it for a left-over between the creation and the lock.
      close(descriptor)
    }
    throw .cannotCreate(path: shownPath, reason: "too many temporary files beside it")
  }

  /// A second name for what stands at a target, which goes as temporary files do; nil where the file system gives none.
  static func secondName(of target: TargetPath) -> String? {
    for number in 0..<10_000 {
      let path = "\(target.folder)/\(Self.prefix(of: target))\(getpid())-\(number)\(Self.suffix)"
      if unsafe link(target.full, path) == 0 { return path }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }

  private static let suffix = ".part"

  private static func prefix(of target: TargetPath) -> String { ".\(target.name)." }

  private static func isLinked(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  private static func removeLeftovers(of target: TargetPath) {
    guard let folder = unsafe opendir(target.folder) else { return }
    defer { unsafe closedir(folder) }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard let owner = owner(ofTemporary: name, prefix: prefix(of: target)), !isAnother(owner) else { continue }
      removeUnlessLocked("\(target.folder)/\(name)")
    }
  }

  /// The process named in `.findings.csv.4711-0.part`; nil for every other name.
  private static func owner(ofTemporary name: String, prefix: String) -> pid_t? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let middle = name.dropFirst(prefix.count).dropLast(suffix.count)
    let numbers = middle.split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, let owner = pid_t(numbers[0]), owner > 0, UInt(numbers[1]) != nil else { return nil }
    return owner
  }

  /// Whether another process has this number.
  ///
  /// A file with our own number may be of an earlier process, since in a container every run may be number 1: its lock
  /// tells.
  private static func isAnother(_ process: pid_t) -> Bool {
    process != getpid() && (kill(process, 0) == 0 || errno != ESRCH)
  }

  private static func removeUnlessLocked(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unsafe unlink(path) }
  }
}
