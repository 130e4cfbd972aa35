/// The loops that look at every byte, one by one; the only place that a vector version has to replace.
///
/// Offsets are positions in `bytes`. Every search stops at the end of `bytes` and then returns `bytes.count`.
enum FieldScanner {
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
