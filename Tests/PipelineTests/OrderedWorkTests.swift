import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedWorkTests {
  private struct Failed: Error, Equatable {
    let item: Int
  }

  @Test(arguments: [1, 2, 8, 200]) func resultsComeInTheItemsOrder(jobs: Int) throws {
    var taken: [Int] = []
    try OrderedWork.run(over: Array(0..<1_000), jobs: jobs, makeWorker: { { $0 * 2 } }, take: { taken.append($0) })
    #expect(taken == (0..<1_000).map { $0 * 2 })
  }

  @Test(arguments: [1, 2, 8]) func theFirstFailureCountsAndAllBeforeItIsTaken(jobs: Int) {
    var taken: [Int] = []
    #expect(throws: Failed(item: 137)) {
      try OrderedWork.run(
        over: Array(0..<1_000), jobs: jobs,
        makeWorker: { { item in if item >= 137 { throw Failed(item: item) } else { return item } } },
        take: { taken.append($0) })
    }
    #expect(taken == Array(0..<137))
  }

  @Test(arguments: [1, 2, 8]) func aFailureWhereResultsAreTakenEndsTheWork(jobs: Int) {
    #expect(throws: Failed(item: 5)) {
      try OrderedWork.run(
        over: Array(0..<1_000), jobs: jobs, makeWorker: { { $0 } },
        take: { if $0 == 5 { throw Failed(item: 5) } })
    }
  }

  @Test func fewResultsWait() throws {
    let made = Atomic(0)
    var taken = 0
    var mostWaiting = 0
    try OrderedWork.run(
      over: Array(0..<2_000), jobs: 4,
      makeWorker: {
        { item in
          made.add(1, ordering: .relaxed)
          return item
        }
      },
      take: { _ in
        taken += 1
        mostWaiting = max(mostWaiting, made.load(ordering: .relaxed) - taken)
      })
    #expect(mostWaiting <= 8 + 4)
  }

  @Test func eachWorkerKeepsItsMemory() throws {
    var largest = 0
    try OrderedWork.run(
      over: Array(0..<1_000), jobs: 2,
      makeWorker: {
        var count = 0
        return { _ in
          count += 1
          return count
        }
      }, take: { largest = max(largest, $0) })
    #expect(largest >= 500)
  }
}
