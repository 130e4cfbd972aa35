import Glibc

/// How large the terminal is in which the program runs.
package enum TerminalSize {
  /// Columns of the terminal that standard output goes to; nil when it goes elsewhere.
  package static var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
