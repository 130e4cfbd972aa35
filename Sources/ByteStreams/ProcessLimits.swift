import Glibc

/// Limits that the caller has set on the process, where they are too narrow to work in.
///
/// Below them the system's libraries crash or wait for ever, instead of failing.
package enum ProcessLimits {
  private static let leastFiles: UInt = 32
  private static let leastAddressSpace: UInt = 512 << 20

  /// What is too narrow, and what to do; nil when nothing is.
  package static var problem: String? {
    if let files = limit(number(RLIMIT_NOFILE)), files < leastFiles {
      return "only \(files) files may be open at a time; allow \(leastFiles) or more (ulimit -n)"
    }
    if let bytes = limit(number(RLIMIT_AS)), bytes < leastAddressSpace {
      return
        "only \(bytes >> 20) MB of addresses may be used; allow \(leastAddressSpace >> 20) or more (ulimit -v), and "
        + "limit memory with --memory or by control group"
    }
    return nil
  }

  static func number(_ resource: __rlimit_resource) -> __rlimit_resource_t { Int32(bitPattern: resource.rawValue) }

  private static func limit(_ resource: __rlimit_resource_t) -> UInt? {
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur != rlim_t.max else { return nil }
    return UInt(limit.rlim_cur)
  }
}
