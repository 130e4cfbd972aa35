import Infusion

/// Numbers, money, durations and ids as exports write them.
package enum NumberText {
  /// A decimal number, with or without thousands separators: `12.5`, `1,234.50`, `-3`.
  package static func decimal(_ text: some StringProtocol) -> ExactDecimal? {
    let text = text.trimmed
    guard text.utf8.contains(UInt8(ascii: ",")) else { return ExactDecimal(text) }
    let whole = text.prefix { $0 != "." }
    let groups = whole.drop { $0 == "-" || $0 == "+" }.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !text.dropFirst(whole.count).contains(",")
    else { return nil }
    return ExactDecimal(text.filter { $0 != "," })
  }

  /// A number that is written with digits and at most one point, at most 18 digits in all; nil for any other text.
  static func plain(_ text: Span<UInt8>) -> ExactDecimal? {
    guard text.count <= 19 else { return nil }
    var (number, digits, point) = (0, 0, -1)
    for index in text.indices {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit <= 9, digits < 18 {
        number = number * 10 + Int(digit)
        digits += 1
      } else if text[index] == UInt8(ascii: "."), point < 0 {
        point = digits
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    var scale = point < 0 ? 0 : digits - point
    while scale > 0, number % 10 == 0 { (number, scale) = (number / 10, scale - 1) }
    return ExactDecimal(mantissa: Int128(number), scale: UInt8(scale))
  }

  /// An amount of dollars: `$1,234.50`; `(12.00)` and `-$12` are less than nothing.
  package static func money(_ text: some StringProtocol) -> ExactDecimal? {
    var rest = Substring(text.trimmed)
    let isInBrackets = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isInBrackets { rest = rest.dropFirst().dropLast() }
    let isMinus = rest.hasPrefix("-")
    if isMinus { rest = rest.dropFirst() }
    if rest.hasPrefix("$") { rest = rest.dropFirst() }
    if isInBrackets && isMinus { return nil }
    guard let amount = decimal(rest) else { return nil }
    return isInBrackets || isMinus ? amount * -1 : amount
  }

  /// A whole number, also written as `2.0` or `1,000`.
  package static func whole(_ text: some StringProtocol) -> Int? {
    guard let number = decimal(text), number.scale == 0 else { return nil }
    return Int(exactly: number.mantissa)
  }

  /// A whole number in a cell.
  static func whole(_ column: Int?, of record: IntakeRecord) -> Int? {
    guard let number = record.plainNumber(column) else { return whole(record.text(column)) }
    return number.scale == 0 ? Int(exactly: number.mantissa) : nil
  }

  /// An id as written, without spaces around it and without the `.0` that a data frame adds to a number.
  package static func id(_ text: some StringProtocol) -> String {
    let text = text.trimmed
    let bytes = text.utf8
    guard bytes.count > 2, text.hasSuffix(".0"), bytes.dropLast(2).allSatisfy(\.isASCIIDigit) else { return text }
    return String(text.dropLast(2))
  }

  /// The number at the start of `text` and, trimmed and in lower case, what follows it.
  package static func measured(_ text: some StringProtocol) -> (number: ExactDecimal, unit: String)? {
    let text = text.trimmed
    let number = text.utf8.prefix { $0.isASCIIDigit || numberSigns.contains($0) }
    guard let value = decimal(Substring(number)) else { return nil }
    return (value, number.endIndex == text.endIndex ? "" : text[number.endIndex...].trimmed.lowercased())
  }

  private static let numberSigns = Array(".,+-".utf8)
}

extension StringProtocol {
  /// Without spaces, tabs and line ends at either end.
  var trimmed: String {
    let text = String(self)
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !$0.isASCIISpace }) else { return "" }
    let last = bytes.lastIndex { !$0.isASCIISpace } ?? first
    if first == bytes.startIndex, bytes.index(after: last) == bytes.endIndex { return text }
    return String(text[first...last])
  }
}

extension UInt8 {
  var isASCIISpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
