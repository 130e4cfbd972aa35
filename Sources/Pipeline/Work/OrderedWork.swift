import Dispatch
import Synchronization

/// Work on many items side by side, its results taken one by one in the items' order.
///
/// At most two results for each worker wait to be taken, so that memory does not grow when taking them is slow. Results
/// and errors do not depend on the number of workers: of several items that fail, the first one's error is thrown, and
/// every result before it has been taken.
package enum OrderedWork {
  /// - Parameters:
  ///   - jobs: how many items are worked on at the same time; with 1 everything happens on the caller's thread.
  ///   - makeWorker: makes what does the work, once for each worker: it may remember from item to item.
  ///   - take: is called on the caller's thread.
  package static func run<Item: Sendable, Output: Sendable>(
    over items: [Item], jobs: Int, makeWorker: @escaping @Sendable () -> ((Item) throws -> Output),
    take: (Output) throws -> Void
  ) throws {
    guard jobs > 1, items.count > 1 else {
      let worker = makeWorker()
      for item in items { try take(try worker(item)) }
      return
    }
    let board = Board<Output>(itemCount: items.count, waitingLimit: 2 * jobs)
    let workers = DispatchGroup()
    for _ in 0..<min(jobs, items.count) {
      DispatchQueue.global().async(group: workers) {
        let worker = makeWorker()
        while let place = board.nextPlace() {
          board.put(Result { try worker(items[place]) }, at: place)
        }
      }
    }
    defer {
      board.stop()
      workers.wait()
    }
    for place in items.indices { try take(try board.result(at: place).get()) }
  }
}

/// Which items are taken, and the results that wait.
private final class Board<Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var isStopped = false
    var results: [Int: Result<Output, any Error>] = [:]
  }

  private let itemCount: Int
  private let state = Mutex(State())
  /// One for each result that may still be made before one is taken.
  private let room: DispatchSemaphore
  /// One for each result that was put.
  private let arrivals = DispatchSemaphore(value: 0)

  init(itemCount: Int, waitingLimit: Int) {
    self.itemCount = itemCount
    room = DispatchSemaphore(value: 0)
    // A semaphore must not be freed below the value it began with.
    for _ in 0..<waitingLimit { room.signal() }
  }

  /// The next item to work on, when there is room for its result; nil when there is none.
  func nextPlace() -> Int? {
    room.wait()
    return state.withLock { state in
      guard !state.isStopped, state.next < itemCount else {
        room.signal()
        return nil
      }
      defer { state.next += 1 }
      return state.next
    }
  }

  func put(_ result: Result<Output, any Error>, at place: Int) {
    state.withLock { $0.results[place] = result }
    arrivals.signal()
  }

  /// The result of an item, once it is there.
  func result(at place: Int) -> Result<Output, any Error> {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: place) }) {
        room.signal()
        return result
      }
      arrivals.wait()
    }
  }

  /// No further item is begun.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }
}
