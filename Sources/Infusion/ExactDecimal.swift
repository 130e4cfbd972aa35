/// An exact decimal number, for money, doses, volumes and rates.
///
/// Shape: `mantissa` divided by ten to the power `scale`. Comparison is by value, so 1.50 equals 1.5.
/// Parsing takes at most 18 digits before the point and 18 behind it; more is refused, never rounded, so that sums and
/// comparisons of parsed numbers cannot overflow. The mantissa stands in two halves: whatever holds an `Int128` asks for memory
/// at multiples of 16, which takes a slow way through `posix_memalign`.
@usableFromInline package struct ExactDecimal: Sendable, Comparable, Hashable, CustomStringConvertible {
  @usableFromInline let high: Int64
  @usableFromInline let low: UInt64
  @usableFromInline package let scale: UInt8

  @inlinable package var mantissa: Int128 { Int128(high) << 64 | Int128(low) }

  package static let zero = ExactDecimal(0)

  package init(_ whole: Int) {
    self.init(mantissa: Int128(whole), scale: 0)
  }

  /// The number `mantissa / 10^scale`, with needless zeros behind the point removed.
  package init(mantissa: Int128, scale: UInt8) {
    var mantissa = mantissa
    var scale = scale
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    high = Int64(truncatingIfNeeded: mantissa >> 64)
    low = UInt64(truncatingIfNeeded: mantissa)
    self.scale = scale
  }

  /// A number as people write it.
  ///
  /// Shape: sign, digits, one point. Nil for anything else (also for exponents and separators).
  package init?(_ text: String) { self.init(utf8: text.utf8[...]) }

  package init?(_ text: Substring) { self.init(utf8: text.utf8[...]) }

  // For the two kinds of text alone: a generic initializer that other modules call looks everything up.
  private init?(utf8: Substring.UTF8View) {
    var mantissa: Int128 = 0
    var scale: UInt8 = 0
    var digits = 0
    var pointSeen = false
    var bytes = utf8
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    for byte in bytes {
      if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      guard pointSeen ? scale < 18 : digits < 18 else { return nil }
      mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
      digits += 1
      if pointSeen { scale += 1 }
    }
    guard digits > 0 else { return nil }
    self.init(mantissa: negative ? -mantissa : mantissa, scale: scale)
  }

  @usableFromInline package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let (a, b, _) = aligned(left, right)
    return a < b
  }

  package static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let (a, b, scale) = aligned(left, right)
    return ExactDecimal(mantissa: a + b, scale: scale)
  }

  package static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + ExactDecimal(mantissa: -right.mantissa, scale: right.scale)
  }

  package static func * (left: ExactDecimal, right: Int) -> ExactDecimal {
    ExactDecimal(mantissa: left.mantissa * Int128(right), scale: left.scale)
  }

  /// The whole part of `multiplier * self / divisor`, rounded down; nil when the divisor is not positive,
  /// or when the answer is beyond reckoning.
  package func wholeQuotient(times multiplier: Int, dividedBy divisor: ExactDecimal) -> Int? {
    guard divisor.mantissa > 0, mantissa >= 0 else { return nil }
    let (a, b, _) = Self.aligned(self, divisor)
    let (product, overflows) = a.multipliedReportingOverflow(by: Int128(multiplier))
    return overflows ? nil : Int(exactly: product / b)
  }

  /// How many whole divisors it holds; nil as `wholeQuotient` is.
  package func floorQuotient(dividedBy divisor: ExactDecimal) -> Int? {
    wholeQuotient(times: 1, dividedBy: divisor)
  }

  /// How many divisors it takes to reach it, a begun one counting in full; nil as `wholeQuotient` is.
  package func ceilingQuotient(dividedBy divisor: ExactDecimal) -> Int? {
    guard let whole = floorQuotient(dividedBy: divisor) else { return nil }
    let (a, b, _) = Self.aligned(self, divisor)
    return a % b == 0 ? whole : whole + 1
  }

  /// The number times ten to the power `exponent`, which may be negative.
  package func timesTen(toThe exponent: Int) -> ExactDecimal {
    guard exponent < 0 else { return ExactDecimal(mantissa: mantissa * Self.power(UInt8(exponent)), scale: scale) }
    return ExactDecimal(mantissa: mantissa, scale: scale + UInt8(-exponent))
  }

  /// Plain digits: `12.5`, `-3`, `0.125`.
  @usableFromInline package var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let filled = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.count)) + digits
    return sign + filled.dropLast(Int(scale)) + "." + filled.suffix(Int(scale))
  }

  private static func aligned(_ left: ExactDecimal, _ right: ExactDecimal) -> (Int128, Int128, UInt8) {
    if left.scale == right.scale { return (left.mantissa, right.mantissa, left.scale) }
    let scale = max(left.scale, right.scale)
    return (left.mantissa * power(scale - left.scale), right.mantissa * power(scale - right.scale), scale)
  }

  private static func power(_ exponent: UInt8) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { product, _ in product * 10 }
  }
}
