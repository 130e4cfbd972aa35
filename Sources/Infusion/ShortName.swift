/// A name of at most 16 bytes, such as a code or the id of a rule, in two words of memory: equal and ordered as its text.
///
/// Layout: the bytes of its UTF-8, the first one highest, zeros behind the last; what is longer is cut. They stand in two
/// halves, since whatever holds a `UInt128` asks for memory at multiples of 16, which takes a slow way through `posix_memalign`.
@usableFromInline
struct ShortName: Hashable, Comparable, Sendable {
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  @inlinable var bytes: UInt128 { UInt128(high) << 64 | UInt128(low) }

  init(_ text: some StringProtocol) {
    var bytes: UInt128 = 0
    var free: UInt128 = 128
    for byte in text.utf8 {
      if free == 0 { break }
      free -= 8
      bytes |= UInt128(byte) << free
    }
    high = UInt64(truncatingIfNeeded: bytes >> 64)
    low = UInt64(truncatingIfNeeded: bytes)
  }

  var text: String {
    var utf8 = InlineArray<16, UInt8>(repeating: 0)
    var count = 0
    var rest = bytes
    while rest != 0 {
      utf8[count] = UInt8(truncatingIfNeeded: rest >> 120)
      rest <<= 8
      count += 1
    }
    let text = utf8.span.extracting(0..<count)
    // What was cut within a letter is repaired, as all text that is no UTF-8 is.
    guard let valid = try? UTF8Span(validating: text) else {
      return String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
    return String(copying: valid)
  }

  func write(to utf8: inout [UInt8]) {
    utf8.append(addingCapacity: 16) { utf8 in
      var rest = bytes
      while rest != 0 {
        utf8.append(UInt8(truncatingIfNeeded: rest >> 120))
        rest <<= 8
      }
    }
  }

  /// Its first character, nil when it is empty.
  var first: UInt8? { bytes == 0 ? nil : UInt8(truncatingIfNeeded: bytes >> 120) }

  /// Five digits and letters in any case as a number to the base of 36; nil for any other name.
  var inBase36: UInt32? {
    guard bytes << 40 == 0 else { return nil }
    var number: UInt32 = 0
    var rest = high
    for _ in 0..<5 {
      guard let digit = Self.digit(UInt8(truncatingIfNeeded: rest >> 56)) else { return nil }
      number = number * 36 + digit
      rest <<= 8
    }
    return number
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// A hash that mixes all bytes with the seed of a table.
  @inlinable func quickHash(_ seed: Int) -> Int {
    let product = (high ^ low ^ UInt64(bitPattern: Int64(seed))).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  @inlinable static func < (left: ShortName, right: ShortName) -> Bool { left.bytes < right.bytes }
}
