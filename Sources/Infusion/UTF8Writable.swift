/// What writes itself as UTF-8 behind other bytes, without a string of its own: codes, modifiers, rule ids, dates.
package protocol UTF8Writable {
  /// The same bytes as those of its description.
  func write(to utf8: inout [UInt8])
}

extension String: UTF8Writable {
  package func write(to utf8: inout [UInt8]) { utf8.append(contentsOf: self.utf8) }
}

extension ProcedureCode: UTF8Writable {}
extension Modifier: UTF8Writable {}
extension RuleID: UTF8Writable {}

extension CivilDate: UTF8Writable {
  package func write(to utf8: inout [UInt8]) {
    let (year, month, day) = fields
    guard (0...9_999).contains(year) else { return description.write(to: &utf8) }
    utf8.appendTwoDigits(year / 100)
    utf8.appendTwoDigits(year % 100)
    utf8.append(UInt8(ascii: "-"))
    utf8.appendTwoDigits(month)
    utf8.append(UInt8(ascii: "-"))
    utf8.appendTwoDigits(day)
  }
}

extension [UInt8] {
  /// Appends a number from 0 to 99 as two digits.
  package mutating func appendTwoDigits(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends a number as people write it.
  package mutating func append(decimal number: Int) {
    if (0..<10).contains(number) { return append(UInt8(ascii: "0") + UInt8(number)) }
    guard number > 0 else { return append(contentsOf: String(number).utf8) }
    var (rest, power) = (number, 1)
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }
}
