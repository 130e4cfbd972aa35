import Testing

@testable import Pipeline

/// Dealing encounters by their ids: a contract with those who run shards apart.
@Suite struct ShardTests {
  /// The first three are of the draft that defines the hash (draft-eastlake-fnv, appendix C).
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
      ("100234", 0x439e_b11a_9927_9f9d), ("E-77", 0x8775_886b_1f12_8fd5),
    ] as [(String, UInt64)])
  func theHashOfAnID(_ id: String, hash: UInt64) {
    #expect(Shard.hash(id.utf8) == hash)
  }

  @Test(arguments: ["0/7", "8/7", "1", "/7", "1/", "-1/7", "1/7/2", "1 /7", "x/7", ""])
  func whatIsNoShard(_ text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: [1, 2, 7, 64])
  func everyEncounterIsInOneShard(of count: Int) throws {
    let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
    for id in 0..<1_000 {
      #expect(shards.count { $0.holds("\(id)".utf8) } == 1)
    }
  }
}
