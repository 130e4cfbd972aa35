// A program without a data race. Thread sanitizer reports one all the same, as long as it does not see how a contended
// `Mutex` is handed over: scripts/sanitizers makes sure of it, and that a lock of the system, which it does see, is silent.
import Dispatch
import Glibc
import Synchronization

final class Count: Sendable {
  private let value = Mutex(0)
  func add() { value.withLock { $0 += 1 } }
  var now: Int { value.withLock { $0 } }
}

final class CountOfTheSystem: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var value = 0
  init() { pthread_mutex_init(lock, nil) }
  func add() {
    pthread_mutex_lock(lock)
    value += 1
    pthread_mutex_unlock(lock)
  }
  var now: Int { value }
}

let count = Count()
let countOfTheSystem = CountOfTheSystem()
let isSystem = CommandLine.arguments.contains("system")
DispatchQueue.concurrentPerform(iterations: 8) { _ in
  for _ in 0..<200_000 { if isSystem { countOfTheSystem.add() } else { count.add() } }
}
print(isSystem ? countOfTheSystem.now : count.now)
