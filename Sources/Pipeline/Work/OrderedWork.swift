import Dispatch
import Synchronization

/// Work on many items side by side, its results taken one by one in the items' order.
///
/// Items are asked for and results taken on the caller's thread, while others work. Two items for each worker are
/// under way at the most, so that memory does not grow when taking results is slow, nor when items come faster than
/// they are worked on. Results and errors do not depend on the number of workers: of several items that fail, the
/// first one's error is thrown, and every result before it has been taken.
package enum OrderedWork {
  /// - Parameters:
  ///   - next: gives the next item; nil when there is none left.
  ///   - jobs: how many items are worked on at the same time; with 1 everything happens on the caller's thread.
  ///   - makeWorker: makes what does the work, once for each worker: it may remember from item to item.
  ///   - take: takes a result.
  package static func run<Item: Sendable, Output: Sendable>(
    over next: () throws -> Item?, jobs: Int, makeWorker: @escaping @Sendable () -> ((Item) throws -> Output),
    take: (Output) throws -> Void
  ) throws {
    guard jobs > 1 else {
      let worker = makeWorker()
      while let item = try next() { try take(try worker(item)) }
      return
    }
    let board = Board<Item, Output>()
    let workers = DispatchGroup()
    defer {
      board.stop()
      workers.wait()
    }
    var (put, taken, isLast) = (0, 0, false)
    while true {
      while !isLast, put - taken < 2 * jobs {
        guard let item = try next() else {
          isLast = true
          break
        }
        if put < jobs {
          DispatchQueue.global().async(group: workers) {
            let worker = makeWorker()
            while let (place, item) = board.nextItem() { board.put(Result { try worker(item) }, at: place) }
          }
        }
        board.put(item, at: put)
        put += 1
        // What is ready is taken before more is asked for: nothing waits for an input that is slow.
        while let result = board.result(at: taken, waits: false) {
          taken += 1
          try take(try result.get())
        }
      }
      guard taken < put, let result = board.result(at: taken, waits: true) else { return }
      taken += 1
      try take(try result.get())
    }
  }

  /// The same over items that are all there.
  package static func run<Item: Sendable, Output: Sendable>(
    over items: [Item], jobs: Int, makeWorker: @escaping @Sendable () -> ((Item) throws -> Output),
    take: (Output) throws -> Void
  ) throws {
    var rest = items.makeIterator()
    try run(over: { rest.next() }, jobs: min(jobs, items.count), makeWorker: makeWorker, take: take)
  }
}

/// Items that wait for a worker, and results that wait to be taken.
private final class Board<Item: Sendable, Output: Sendable>: Sendable {
  private struct State {
    var isStopped = false
    /// By place.
    var items: [Int: Item] = [:]
    var next = 0
    var results: [Int: Result<Output, any Error>] = [:]
  }

  private let state = Mutex(State())
  /// One for each item that was put, and for each worker that finds that there are no more.
  private let items = DispatchSemaphore(value: 0)
  /// One for each result that was put.
  private let results = DispatchSemaphore(value: 0)

  func put(_ item: Item, at place: Int) {
    state.withLock { $0.items[place] = item }
    items.signal()
  }

  /// The next item to work on, once there is one; nil when the work is at its end.
  func nextItem() -> (place: Int, item: Item)? {
    items.wait()
    return state.withLock { state in
      guard !state.isStopped, let item = state.items.removeValue(forKey: state.next) else {
        items.signal()
        return nil
      }
      defer { state.next += 1 }
      return (state.next, item)
    }
  }

  func put(_ result: Result<Output, any Error>, at place: Int) {
    state.withLock { $0.results[place] = result }
    results.signal()
  }

  /// The result of an item; nil when it is not there yet and nobody waits.
  func result(at place: Int, waits: Bool) -> Result<Output, any Error>? {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: place) }) { return result }
      guard waits else { return nil }
      results.wait()
    }
  }

  /// No further item is begun.
  func stop() {
    state.withLock { $0.isStopped = true }
    items.signal()
  }
}
