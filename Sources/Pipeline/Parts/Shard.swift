/// One of the parts into which the encounters of a run are dealt, by their ids alone: `2/7`.
///
/// The deal is a contract (docs/distributed.md): the 64-bit FNV-1a hash of the id's bytes, modulo the number of shards.
/// It does not change between versions, machines or orders of rows.
package struct Shard: Equatable, Sendable, CustomStringConvertible {
  /// From 1.
  package let number: Int
  package let count: Int

  /// Nil for what is no part of a whole: `0/7`, `8/7`, `1`.
  package init?(_ text: some StringProtocol) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, let number = Self.digits(sides[0]), let count = Self.digits(sides[1]) else { return nil }
    self.init(number: number, of: count)
  }

  /// Nil unless the number is from 1 to `count`.
  package init?(number: Int, of count: Int) {
    guard number > 0, number <= count else { return nil }
    self.number = number
    self.count = count
  }

  package var description: String { "\(number)/\(count)" }

  /// Whether the shard has the encounter whose id these bytes are, without spaces around them and without the `.0` of a
  /// data frame.
  package func holds(_ id: some Sequence<UInt8>) -> Bool {
    Int(Self.hash(id) % UInt64(count)) == number - 1
  }

  /// Whether the shard has the records of which nobody knows whose they are.
  var holdsStrays: Bool { number == 1 }

  /// FNV-1a, 64 bits.
  ///
  /// Source: draft-eastlake-fnv, section 6: the offset basis and the prime are its.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }
}
