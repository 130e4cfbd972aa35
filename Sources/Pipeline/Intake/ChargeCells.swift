import Infusion

/// The cells of a billed line, in a charge export or in a mixed file; each spelling is looked at once.
struct ChargeCells: Sendable {
  private var codes = SpellingCache<Code?>()
  private var modifiers = SpellingCache<[Modifier]?>()

  /// A code as written.
  struct Code: Sendable {
    let code: ProcedureCode
    /// Those that are written behind it.
    let modifiers: [Modifier]
  }

  /// The code in a cell; nil when it is none.
  mutating func code(_ column: Int?, of record: IntakeRecord) -> Code? {
    codes.value(record.bytes, record.range(column)) { text in
      Self.codeAndModifiers(text).map { Code(code: $0.0, modifiers: $0.1) }
    }
  }

  /// A line with code, units and modifiers; date, amount and id are still missing.
  mutating func line(
    _ record: IntakeRecord, code: Int?, units: Int?, modifiers modifierColumns: [Int?]
  ) throws(RowFailure) -> ChargeLine {
    guard let written = self.code(code, of: record) else {
      throw record.rejected(
        ChargeField.code.rawValue, code, "IN-10", "this is no CPT or HCPCS code", "write five characters, such as 96413"
      )
    }
    var line = ChargeLine(source: record.source, code: written.code, modifiers: written.modifiers, serviceDate: nil)
    if !record.isBlank(units) {
      guard let count = NumberText.whole(units, of: record), abs(count) <= Self.mostUnits else {
        throw record.rejected(
          ChargeField.units.rawValue, units, "IN-10", "this is no number of units",
          "write a whole number of at most \(Self.mostUnits)")
      }
      line.units = count
    }
    for column in modifierColumns where !record.isBlank(column) {
      guard let more = modifiers.value(record.bytes, record.range(column), or: { Self.modifiers($0) }) else {
        throw record.rejected(
          ChargeField.modifiers.rawValue, column, "IN-10", "these are no modifiers",
          "write two characters each, such as 59 or 59,JW")
      }
      line.modifiers += more.filter { !line.modifiers.contains($0) }
    }
    return line
  }

  /// More units than any line can mean.
  private static let mostUnits = 999_999

  /// `96413`, `96413-59`, `096413`, `96413.0`, `j1885`.
  static func codeAndModifiers(_ text: String) -> (ProcedureCode, [Modifier])? {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    var code = NumberText.id(first)
    if code.utf8.count == 6, code.hasPrefix("0") { code.removeFirst() }
    guard code.utf8.count == 5, code.utf8.allSatisfy(\.isCodeCharacter), code.utf8.contains(where: \.isASCIIDigit)
    else {
      return nil
    }
    guard parts.count == 2 else { return (ProcedureCode(code), []) }
    return modifiers(String(parts[1])).map { (ProcedureCode(code), $0) }
  }

  /// `59`, `59,XS`, `59 JW`, `59.0`; nil when one of them has not two characters.
  static func modifiers(_ text: String) -> [Modifier]? {
    var result: [Modifier] = []
    for part in text.split(whereSeparator: { " ,;|/:-\t".contains($0) }) {
      let modifier = NumberText.id(part)
      guard modifier.utf8.count == 2, modifier.utf8.allSatisfy(\.isCodeCharacter) else { return nil }
      result.append(Modifier(modifier))
    }
    return result
  }
}

extension UInt8 {
  /// An ASCII letter or digit.
  var isCodeCharacter: Bool {
    isASCIIDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }
}
