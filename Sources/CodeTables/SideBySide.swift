import Dispatch
import Synchronization

/// Two things done at the same time, for tables that do not need one another.
enum SideBySide {
  /// What both give; of two errors it is the first one's, whichever came before.
  static func both<First: Sendable, Second>(
    _ first: @escaping @Sendable () throws(TableError) -> First, _ second: () throws(TableError) -> Second
  ) throws(TableError) -> (First, Second) {
    let outcome = Outcome<First>()
    let work = DispatchGroup()
    DispatchQueue.global().async(group: work) { outcome.put(Result(catching: first)) }
    let second = Result(catching: second)
    work.wait()
    return (try outcome.result().get(), try second.get())
  }

  private final class Outcome<Value: Sendable>: Sendable {
    private let kept = Mutex<Result<Value, TableError>?>(nil)

    func put(_ result: Result<Value, TableError>) { kept.withLock { $0 = result } }

    func result() -> Result<Value, TableError> {
      guard let result = kept.withLock(\.self) else { preconditionFailure("the work is done when it was waited for") }
      return result
    }
  }
}
