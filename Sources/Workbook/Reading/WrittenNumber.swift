/// A number as a workbook stores it, written as a person sees it: without exponent, and without the noise of floating
/// point behind the fifteenth digit.
enum WrittenNumber {
  private static let shownDigits = 15
  private static let longestZeros = 30

  /// `27411876.0` as `27411876`, `1E+2` as `100`, `0.10000000000000001` as `0.1`; nil for what is no number.
  ///
  /// Whole numbers keep every digit, since they may be ids. So small or large that it takes more than 30 zeros to write
  /// it, a number stays as it is.
  static func shown(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard var number = Digits(text) else { return nil }
    if number.exponent < 0 { number.trim() }
    if number.exponent < 0 {
      number.round(to: shownDigits)
      number.trim()
    }
    guard number.exponent <= longestZeros, number.exponent >= -longestZeros - shownDigits else { return Array(text) }
    return number.plain
  }

  /// Sign, digits, and the power of ten of the last digit.
  private struct Digits {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init?(_ text: ArraySlice<UInt8>) {
      var rest = text
      isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      var isBehindPoint = false
      var count = 0
      while let byte = rest.first, byte == UInt8(ascii: ".") || isDigit(byte) {
        rest = rest.dropFirst()
        if isDigit(byte) {
          count += 1
          if isBehindPoint { exponent -= 1 }
          if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
        } else if isBehindPoint {
          return nil
        } else {
          isBehindPoint = true
        }
      }
      guard count > 0 else { return nil }
      if let byte = rest.first {
        guard byte | 0x20 == UInt8(ascii: "e"), let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
          abs(power) < 10_000
        else { return nil }
        exponent += power
      }
      if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    /// Drops zeros behind the point.
    mutating func trim() {
      while exponent < 0, digits.last == UInt8(ascii: "0") {
        digits.removeLast()
        exponent += 1
      }
      if digits.isEmpty { exponent = 0 }
    }

    /// Half up, as spreadsheets do; the digits before the point all stay.
    mutating func round(to count: Int) {
      let surplus = min(digits.count - count, -exponent)
      guard surplus > 0 else { return }
      let isUp = digits[digits.count - surplus] >= UInt8(ascii: "5")
      digits.removeLast(surplus)
      exponent += surplus
      guard isUp else { return }
      var index = digits.count - 1
      while index >= 0, digits[index] == UInt8(ascii: "9") {
        digits[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 { digits[index] += 1 } else { digits.insert(UInt8(ascii: "1"), at: 0) }
    }

    var plain: [UInt8] {
      let zero = UInt8(ascii: "0")
      var text = digits.isEmpty ? [zero] : digits
      if exponent > 0 { text += [UInt8](repeating: zero, count: exponent) }
      if exponent < 0 {
        let missing = 1 - exponent - text.count
        if missing > 0 { text.insert(contentsOf: [UInt8](repeating: zero, count: missing), at: 0) }
        text.insert(UInt8(ascii: "."), at: text.count + exponent)
      }
      return isNegative ? [UInt8(ascii: "-")] + text : text
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
