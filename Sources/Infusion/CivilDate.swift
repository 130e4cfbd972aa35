/// A calendar day without a clock or a zone.
///
/// Shape: whole days since 1970-01-01 in the proleptic Gregorian calendar, negative before it.
@usableFromInline package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  @usableFromInline package let daysSince1970: Int32

  package init(daysSince1970: Int32) {
    self.daysSince1970 = daysSince1970
  }

  /// The day named by year, month (1...12) and day; nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.daysInMonth(month, of: year) else { return nil }
    self.init(daysSince1970: Int32(Self.daysSince1970(year: year, month: month, day: day)))
  }

  /// The day in a text such as `2026-01-31` (ISO 8601); nil for any other text.
  package init?(iso text: String) {
    var numbers = (year: 0, month: 0, day: 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...9: guard (0...9).contains(digit) else { return nil }
      default: return nil
      }
      switch place {
      case 0...3: numbers.year = numbers.year * 10 + digit
      case 5, 6: numbers.month = numbers.month * 10 + digit
      case 8, 9: numbers.day = numbers.day * 10 + digit
      default: break
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  @inlinable package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  /// The calendar year, which decides the code tables in force.
  package var year: Int { fields.year }

  /// Year, month (1...12) and day of the month.
  package var fields: (year: Int, month: Int, day: Int) {
    // Years are counted from 1 March, so that the leap day is the last day of a year; an era is 400 such years.
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// ISO 8601: `2026-01-05`.
  @usableFromInline package var description: String {
    let (year, month, day) = fields
    return padded(year, to: 4) + "-" + twoDigits(month) + "-" + twoDigits(day)
  }

  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A whole number with leading zeros to at least `width` digits.
package func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  guard digits.utf8.count < width else { return digits }
  return String(repeating: "0", count: width - digits.utf8.count) + digits
}

/// A number of 0...99 with two digits, as months, days, hours and minutes are written.
func twoDigits(_ number: Int) -> String { everyTwoDigits[number] }

private let everyTwoDigits = (0..<100).map { padded($0, to: 2) }
