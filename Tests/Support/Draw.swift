/// Random numbers that a printed seed repeats (SplitMix64).
///
/// `Generation` draws by the same arithmetic from a type of its own: tests of bytes and tables must not need the targets
/// above them, and no target of the program may need one of the tests.
package struct Draw: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// True that many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of the elements, of which there is at least one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }
}
