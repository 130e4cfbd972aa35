/// Numbers that a seed and a place decide and nothing else (SplitMix64).
struct Draw {
  private var state: UInt64

  /// The numbers of one encounter, whatever was drawn for others.
  init(seed: UInt64, encounter: Int) {
    state = Self.mixed(Self.mixed(seed) &+ UInt64(encounter))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  mutating func number(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + number(below: range.count)
  }

  mutating func happens(inThousand chance: Int) -> Bool { number(below: 1_000) < chance }

  mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }

  /// A number of a range, its ends as often as all between them: borders are where mistakes are made.
  mutating func minutes(in range: ClosedRange<Int>) -> Int {
    switch number(below: 4) {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: number(in: range)
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
