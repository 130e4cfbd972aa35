import Glibc

/// The words of the operating system for an error number, `errno` by default.
package func systemReason(_ number: Int32 = errno) -> String {
  unsafe String(cString: strerror(number))
}
