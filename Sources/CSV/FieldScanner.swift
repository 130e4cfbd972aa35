/// The loops that look at every byte.
///
/// Offsets are positions in `bytes`. Every search stops at the end of `bytes` and then returns `bytes.count`.
package enum FieldScanner {
  /// How many bytes `marks` looks at.
  static let blockSize = 64

  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// The first delimiter or line end at or after `start`.
  @inline(__always)
  static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { return index }
      index += 1
    }
    return index
  }

  /// The first delimiter, line end or `escape` at or after `start`.
  static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8, escape: UInt8) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == escape || byte == lineFeed || byte == carriageReturn { return index }
      index += 1
    }
    return index
  }

  /// The first quote, escape or line end at or after `start`; `escape` may be the quote.
  @inline(__always)
  static func quoteOrLineEnd(_ bytes: Span<UInt8>, from start: Int, quote: UInt8, escape: UInt8) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote || byte == escape || byte == lineFeed || byte == carriageReturn { return index }
      index += 1
    }
    return index
  }

  /// The first byte at or after `start` that is no space.
  @inline(__always)
  static func endOfSpaces(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == space { index += 1 }
    return index
  }

  /// `end`, moved back over spaces, at most to `start`.
  @inline(__always)
  static func withoutTrailingSpaces(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] == space { end -= 1 }
    return end
  }
}

extension FieldScanner {
  /// Puts other bytes in place of all, keeping the memory.
  @inline(__always)
  static func replace(_ bytes: inout [UInt8], with others: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    unsafe others.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Which of the 64 bytes from `start` on are a delimiter, a quote, a line feed or a carriage return.
  ///
  /// Bit 0 says it of the first. Bytes beyond the end are none.
  @inline(__always)
  static func marks(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8, quote: UInt8) -> UInt64 {
    guard bytes.count >= 16 else { return marksOneByOne(bytes, from: start, delimiter: delimiter, quote: quote) }
    let end = min(start + blockSize, bytes.count)
    let raw = unsafe bytes.bytes
    var (marks, offset): (UInt64, Int) = (0, start)
    while offset + 16 <= end {
      let vector = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
      marks |= Self.marks(in: vector, delimiter: delimiter, quote: quote) &<< UInt64(truncatingIfNeeded: offset - start)
      offset += 16
    }
    guard offset < end else { return marks }
    // The last 16 bytes, of which the first were seen already.
    let vector = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end - 16, as: SIMD16<UInt8>.self)
    let rest =
      Self.marks(in: vector, delimiter: delimiter, quote: quote) &>> UInt64(truncatingIfNeeded: offset - end + 16)
    return marks | rest &<< UInt64(truncatingIfNeeded: offset - start)
  }

  /// The same, byte by byte: for few bytes, and to test the other one against.
  static func marksOneByOne(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8, quote: UInt8) -> UInt64 {
    var marks: UInt64 = 0
    for index in start..<min(start + blockSize, bytes.count) {
      let byte = bytes[index]
      if byte == delimiter || byte == quote || byte == lineFeed || byte == carriageReturn {
        marks |= 1 << UInt64(index - start)
      }
    }
    return marks
  }

  /// Of 16 bytes.
  @inline(__always)
  private static func marks(in vector: SIMD16<UInt8>, delimiter: UInt8, quote: UInt8) -> UInt64 {
    // Mask types are written out: inferred, this was compiled to a loop over the bytes.
    let delimiters: SIMDMask<SIMD16<Int8>> = vector .== SIMD16(repeating: delimiter)
    let quotes: SIMDMask<SIMD16<Int8>> = vector .== SIMD16(repeating: quote)
    let lineFeeds: SIMDMask<SIMD16<Int8>> = vector .== SIMD16(repeating: lineFeed)
    let returns: SIMDMask<SIMD16<Int8>> = vector .== SIMD16(repeating: carriageReturn)
    let found: SIMDMask<SIMD16<Int8>> = (delimiters .| quotes) .| (lineFeeds .| returns)
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return packed(halves[0]) | packed(halves[1]) << 8
  }

  /// Eight bytes that are all ones or all zeros as the low eight bits, the first byte as the lowest.
  @inline(__always)
  private static func packed(_ bytes: UInt64) -> UInt64 {
    // Multiplied, bit 0 of byte number n lands at bit 56 + n, and nothing carries into another.
    ((bytes.littleEndian & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }
}

extension FieldScanner {
  /// Eight bytes from `offset` on as a number, the first one lowest; zeros stand for those beyond the end.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let rest = bytes.count - offset
    if rest >= 8 { return wholeWord(bytes, at: offset) }
    guard bytes.count >= 8, rest > 0 else { return shortWord(bytes, from: offset) }
    return wholeWord(bytes, at: bytes.count - 8) >> UInt64(truncatingIfNeeded: 8 * (8 - rest))
  }

  /// Eight bytes that are all there: `offset` is not negative, and at most eight less than there are bytes.
  @inline(__always)
  private static func wholeWord(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// The same of fewer than eight bytes: loads that overlap, since each says the same of what they share.
  @inline(__always)
  private static func shortWord(_ bytes: Span<UInt8>, from offset: Int) -> UInt64 {
    let rest = bytes.count - offset
    guard rest > 0 else { return 0 }
    if rest >= 4 {
      let raw = unsafe bytes.bytes
      let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self).littleEndian
      return UInt64(low) | UInt64(high) &<< UInt64(truncatingIfNeeded: 8 * (rest - 4))
    }
    let middle = rest / 2
    let first = UInt64(bytes[offset]) | UInt64(bytes[offset + middle]) &<< UInt64(truncatingIfNeeded: 8 * middle)
    return first | UInt64(bytes[bytes.count - 1]) &<< UInt64(truncatingIfNeeded: 8 * (rest - 1))
  }

  /// Whether `byte`, which is not 0, stands among them.
  package static func holds(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let sought = ones &* UInt64(byte)
    var offset = 0
    while offset < bytes.count {
      // A byte that is sought becomes 0, and only below a 0 does the subtraction borrow from a byte without its high bit.
      let isWhole = offset &+ 8 <= bytes.count
      let rest = (isWhole ? wholeWord(bytes, at: offset) : word(bytes, at: offset)) ^ sought
      if (rest &- ones) & ~rest & highs != 0 { return true }
      offset += 8
    }
    return false
  }

  /// Puts other bytes behind all.
  package static func append(_ others: Span<UInt8>, to bytes: inout [UInt8]) {
    unsafe others.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Whether the same bytes stand in both.
  package static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var offset = 0
    while offset < left.count {
      guard word(left, at: offset) == word(right, at: offset) else { return false }
      offset += 8
    }
    return true
  }
}
