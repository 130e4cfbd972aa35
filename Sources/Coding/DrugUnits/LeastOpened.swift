import Infusion

/// Finds the containers that leave the least waste (coding-rules DRUG-05).
enum LeastOpened {
  /// Beyond it no dose is looked at; a longer search would tell nothing that a person does not see.
  private static let mostSteps = 100_000

  /// The least sum of sizes, each used any number of times, that holds a dose; nil without sizes, and for doses that
  /// are too large beside them.
  static func amount(for dose: ExactDecimal, of sizes: [ExactDecimal]) -> ExactDecimal? {
    let scale = (sizes + [dose]).map(\.scale).max() ?? 0
    let whole = sizes.compactMap { steps(in: $0, scale: scale) }.filter { $0 > 0 }
    guard whole.count == sizes.count, let largest = whole.max(), let wanted = steps(in: dose, scale: scale) else {
      return nil
    }
    let step = whole.reduce(0, greatestCommonDivisor)
    let (need, top) = ((wanted + step - 1) / step, (wanted + largest) / step)
    guard top <= mostSteps else { return nil }
    // A sum can be reached when taking one container off it leaves a sum that can.
    var isReached = Array(repeating: false, count: top + 1)
    isReached[0] = true
    for sum in isReached.indices.dropFirst() {
      isReached[sum] = whole.contains { $0 / step <= sum && isReached[sum - $0 / step] }
    }
    return isReached.indices.dropFirst(need).first { isReached[$0] }.map {
      ExactDecimal(mantissa: Int128($0 * step), scale: scale)
    }
  }

  private static func steps(in amount: ExactDecimal, scale: UInt8) -> Int? {
    Int(exactly: amount.timesTen(toThe: Int(scale)).mantissa)
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
