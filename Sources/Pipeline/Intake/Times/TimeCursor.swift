/// A position in the text of a date or time, and the small steps by which it is read.
struct TimeCursor {
  enum HalfOfDay { case morning, afternoon }

  private var position = 0

  func isAtEnd(of text: Span<UInt8>) -> Bool { position == text.count }

  /// Moves over spaces and tells whether there were any.
  @discardableResult
  mutating func skipSpaces(in text: Span<UInt8>) -> Bool {
    let start = position
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    return position > start
  }

  /// Moves over `wanted`, a letter in either case, and tells whether it was there.
  mutating func take(_ wanted: UInt8, in text: Span<UInt8>) -> Bool {
    guard position < text.count, Self.upper(text[position]) == wanted else { return false }
    position += 1
    return true
  }

  /// Moves over either of two bytes and tells which it was; nil, without moving, when it is neither.
  mutating func takeOne(of wanted: (UInt8, UInt8), in text: Span<UInt8>) -> UInt8? {
    if take(wanted.0, in: text) { return wanted.0 }
    return take(wanted.1, in: text) ? wanted.1 : nil
  }

  /// Moves over a word in capitals, its letters in either case, and tells whether it was there.
  mutating func takeWord(_ word: [UInt8], in text: Span<UInt8>) -> Bool {
    let before = position
    for letter in word where !take(letter, in: text) {
      position = before
      return false
    }
    return true
  }

  /// How many digits stand here.
  func digitCount(in text: Span<UInt8>) -> Int {
    var end = position
    while end < text.count, Self.isDigit(text[end]) { end += 1 }
    return end - position
  }

  mutating func skipDigits(in text: Span<UInt8>) { position += digitCount(in: text) }

  /// The number here; nil when there are fewer digits than asked for.
  ///
  /// Digits beyond the range are left.
  mutating func number(in text: Span<UInt8>, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < digits.upperBound, position < text.count, Self.isDigit(text[position]) {
      value = value * 10 + Int(text[position] - UInt8(ascii: "0"))
      position += 1
      count += 1
    }
    return count >= digits.lowerBound ? value : nil
  }

  /// The month, 1...12, named here in English, by its first three letters or in full.
  mutating func month(in text: Span<UInt8>) -> Int? {
    guard position + 3 <= text.count else { return nil }
    let start = (Self.upper(text[position]), Self.upper(text[position + 1]), Self.upper(text[position + 2]))
    guard let month = Self.months.firstIndex(where: { ($0[0], $0[1], $0[2]) == start }) else { return nil }
    position += 3
    let short = position
    for letter in Self.months[month].dropFirst(3) where !take(letter, in: text) {
      position = short
      break
    }
    return month + 1
  }

  /// Moves over a fraction of a second; false when a point stands without digits.
  mutating func skipFraction(in text: Span<UInt8>) -> Bool {
    guard take(UInt8(ascii: "."), in: text) else { return true }
    let count = digitCount(in: text)
    position += count
    return count > 0
  }

  /// `AM`, `pm`, `A`, `p`, with or without a space before; nil, without moving, when there is none.
  mutating func halfOfDay(in text: Span<UInt8>) -> HalfOfDay? {
    let before = position
    skipSpaces(in: text)
    let half: HalfOfDay
    if take(UInt8(ascii: "A"), in: text) {
      half = .morning
    } else if take(UInt8(ascii: "P"), in: text) {
      half = .afternoon
    } else {
      position = before
      return nil
    }
    let isPointed = take(UInt8(ascii: "."), in: text)
    guard take(UInt8(ascii: "M"), in: text) else { return half }
    if isPointed { _ = take(UInt8(ascii: "."), in: text) }
    return half
  }

  private static let months: [[UInt8]] = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func upper(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte
  }
}
