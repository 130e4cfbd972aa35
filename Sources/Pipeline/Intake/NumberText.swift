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
