import TestSupport
import Testing

@testable import Pipeline

/// What stands for encounters and days that are done knows what was entered, and nothing else.
@Suite struct SeenKeysTests {
  @Test(arguments: [0, 1, 9, 1_000, 200_000])
  func agreesWithASet(count: Int) {
    var draw = Draw(seed: UInt64(count))
    var (keys, usual) = (SeenKeys(), Set<UInt64>())
    for _ in 0..<count {
      let key = draw.next()
      keys.insert(key)
      keys.insert(key)
      usual.insert(key)
    }
    #expect(usual.allSatisfy(keys.contains))
    #expect((0..<count).allSatisfy { _ in !keys.contains(draw.next()) })
  }

  /// Keys that differ in few bits stand in one part and near each other.
  @Test func keysThatAreNearEachOther() {
    var keys = SeenKeys()
    for number in stride(from: UInt64(0), to: 4_000, by: 2) { keys.insert(number << 20) }
    #expect((0..<UInt64(4_000)).allSatisfy { keys.contains($0 << 20) == $0.isMultiple(of: 2) })
    keys.insert(.max)
    keys.insert(.max << 16)
    #expect(keys.contains(.max) && keys.contains(.max << 16))
  }
}
