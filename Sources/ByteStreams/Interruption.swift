import Dispatch
import Glibc
import Synchronization

/// Signals that ask the process to end: its temporary files and folders go first (output section 9).
package enum Interruption {
  /// Temporary files of this process that are neither in place nor discarded.
  private static let temporaryFiles = Mutex<Set<String>>([])
  private static let signals: [Int32] = [SIGHUP, SIGINT, SIGTERM]
  /// Held so that they go on listening.
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// From now on a signal removes what is half written and ends the process with 128 and its number.
  ///
  /// Call once, at the start of the program, before it has other threads: the setting is the whole process's, and of all
  /// that it would start. A signal that comes before anybody listens is kept until then. A hang-up that whoever started
  /// the program has it ignore (`nohup`) ends nothing.
  package static func cleanUpOnSignals() {
    let heard = signals.filter { !($0 == SIGHUP && isIgnored($0)) }
    block(heard)
    sources.withLock { sources in
      sources = heard.map { number in
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { end(by: number) }
        source.activate()
        return source
      }
    }
  }

  /// Blocked and not ignored: an ignored one is lost where nobody listens yet.
  private static func block(_ numbers: [Int32]) {
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    for number in numbers { unsafe sigaddset(&blocked, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    // Functions of C are compared by where they lie; what ignores lies nowhere.
    let handlers = unsafe [action.__sigaction_handler.sa_handler, SIG_IGN].map {
      unsafe unsafeBitCast($0, to: Int.self)
    }
    return handlers[0] == handlers[1]
  }

  /// From now on a signal removes this folder with all that is in it; until `remove`.
  package static func addFolder(_ path: String) {
    temporaryFiles.withLock { _ = $0.insert(path) }
  }

  /// The folder is whole, or gone: `body`, which makes it so, runs to its end before a signal is heard.
  package static func removeFolder(_ path: String, after body: () throws(ByteStreamError) -> Void)
    throws(ByteStreamError)
  {
    try temporaryFiles.withLock { paths throws(ByteStreamError) in
      try body()
      paths.remove(path)
    }
  }

  /// From now on a signal removes the file that `make` makes: none is heard between its making and its entry.
  static func add(_ make: () throws(ByteStreamError) -> TemporaryFile) throws(ByteStreamError) -> TemporaryFile {
    try temporaryFiles.withLock { paths throws(ByteStreamError) in
      let file = try make()
      paths.insert(file.path)
      return file
    }
  }

  static func remove(_ path: String) {
    temporaryFiles.withLock { _ = $0.remove(path) }
  }

  /// Runs to its end before a signal is heard: for steps of which none may be the last.
  static func holdingBack<Result>(_ body: () throws(ByteStreamError) -> Result) throws(ByteStreamError) -> Result {
    try temporaryFiles.withLock { _ throws(ByteStreamError) in try body() }
  }

  private static func end(by number: Int32) {
    temporaryFiles.withLock { paths in
      for path in paths { Folders.remove(path) }
      _exit(128 + number)
    }
  }
}
