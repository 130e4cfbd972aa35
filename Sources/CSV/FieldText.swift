/// From the bytes of a field as written to its value.
enum FieldText {
  /// How the bytes of a field stand to its value.
  enum Form: Sendable {
    /// They are the value.
    case value
    /// They hold escapes.
    case escaped
    /// They start behind an opening quote and hold the closing one, doubled quotes or escapes.
    case quoted
  }

  /// The value: quotes, escapes and a formula that holds nothing but text are undone.
  static func value(of written: ArraySlice<UInt8>, _ form: Form, _ dialect: Dialect) -> ArraySlice<UInt8> {
    let value = form == .value ? written : unquoted(written, form, dialect)[...]
    return dialect.undoesFormulaText ? withoutFormula(value) : value
  }

  /// Text behind the closing quote is kept as it is.
  private static func unquoted(_ written: ArraySlice<UInt8>, _ form: Form, _ dialect: Dialect) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(written.count)
    var isPlain = false
    var rest = written
    while let byte = rest.popFirst() {
      if isPlain {
        value.append(byte)
      } else if form == .quoted, byte == dialect.quote {
        if dialect.doublesQuotes, rest.first == byte {
          value.append(byte)
          rest.removeFirst()
        } else {
          isPlain = true
        }
      } else {
        value.append(byte == dialect.escape ? rest.popFirst() ?? byte : byte)
      }
    }
    return value
  }

  /// The text of a formula that is nothing but text, `="00123"`, without the formula; any other value as it is.
  private static func withoutFormula(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.first == UInt8(ascii: "="), value.count >= 3 else { return value }
    let quote = UInt8(ascii: "\"")
    guard value[value.startIndex + 1] == quote, value.last == quote else { return value }
    let text = value.dropFirst(2).dropLast()
    guard text.contains(quote) else { return text }
    // Within the formula a quote is doubled too; a single one ends the text, and something else follows.
    let pieces = text.split(separator: quote, omittingEmptySubsequences: false)
    let areDoubled = pieces.count % 2 == 1 && stride(from: 1, to: pieces.count, by: 2).allSatisfy { pieces[$0].isEmpty }
    return areDoubled
      ? ArraySlice(stride(from: 0, to: pieces.count, by: 2).map { pieces[$0] }.joined(separator: [quote])) : value
  }
}
