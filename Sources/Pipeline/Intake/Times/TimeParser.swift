import Infusion

/// A way of writing dates and times (input IN-20).
package enum TimeForm: Hashable, Sendable {
  /// `2026-01-05`, `2026-01-05 09:00:00.123`, `2026-01-05T09:00:00-05:00`, `2026/01/05 09:00`.
  case iso
  /// `1/5/2026 9:00 AM`, `01/05/26 0900`, `01-05-2026 09:00`.
  case slashed(DateOrder)
  /// `05-JAN-2026 09:00`, `05-JAN-26 09.00.00.000000 AM`, `05JAN2026:09:00:00`, `Jan 5, 2026 9:00 AM`.
  case monthName
  /// HL7 and ISO without punctuation: `20260105`, `202601050900`, `20260105090000-0500`, `20260105T0900`.
  case compact
  /// Days since the end of 1899, as a spreadsheet counts: `46027.375`.
  case serial
  /// A time alone: `09:00`, `9:00 AM`, `0900`.
  case clock

  /// Every form, in the order in which they are tried.
  package static func all(_ order: DateOrder) -> [TimeForm] {
    [.iso, .slashed(order), .monthName, .compact, .serial, .clock]
  }
}

/// Reads dates and times from bytes.
///
/// It refuses what is no day of the calendar or no time of a clock; which years are plausible is not its business.
package enum TimeParser {
  /// What `text` says when written in `form`, spaces around it aside; nil when it is not.
  package static func read(_ text: Span<UInt8>, as form: TimeForm) -> TimeText? {
    var cursor = TimeCursor()
    cursor.skipSpaces(in: text)
    var result = TimeText()
    switch form {
    case .serial: return SerialTime.read(text, &cursor)
    case .clock: break
    default:
      guard let date = day(text, &cursor, form) else { return nil }
      result.date = date
      let isMarked = cursor.take(UInt8(ascii: form == .monthName ? ":" : "T"), in: text)
      let isSpaced = cursor.skipSpaces(in: text)
      if cursor.isAtEnd(of: text) { return isMarked ? nil : result }
      guard isMarked || isSpaced || form == .compact else { return nil }
    }
    guard let minute = minuteOfDay(text, &cursor, form) else { return nil }
    result.minuteOfDay = minute
    if let offset = offset(text, &cursor) { result.offsetMinutes = offset }
    cursor.skipSpaces(in: text)
    return cursor.isAtEnd(of: text) ? result : nil
  }

  /// What `text` says in the first of all forms that fits.
  package static func read(_ text: Span<UInt8>, order: DateOrder) -> (text: TimeText, form: TimeForm)? {
    for form in TimeForm.all(order) {
      if let result = read(text, as: form) { return (result, form) }
    }
    return nil
  }

  // MARK: - Days

  private static let dash = UInt8(ascii: "-")
  private static let slash = UInt8(ascii: "/")

  private static func day(_ text: Span<UInt8>, _ cursor: inout TimeCursor, _ form: TimeForm) -> CivilDate? {
    switch form {
    case .iso: isoDay(text, &cursor)
    case .slashed(let order): slashedDay(text, &cursor, order)
    case .monthName: namedDay(text, &cursor)
    case .compact: compactDay(text, &cursor)
    case .serial, .clock: nil
    }
  }

  private static func isoDay(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> CivilDate? {
    guard let year = cursor.number(in: text, digits: 4...4), let mark = cursor.takeOne(of: (dash, slash), in: text),
      let month = cursor.number(in: text, digits: 1...2), cursor.take(mark, in: text),
      let day = cursor.number(in: text, digits: 1...2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func slashedDay(_ text: Span<UInt8>, _ cursor: inout TimeCursor, _ order: DateOrder) -> CivilDate? {
    // With dashes and two digits, the year may as well come first: 26-01-05.
    guard let first = cursor.number(in: text, digits: 1...2), let mark = cursor.takeOne(of: (slash, dash), in: text),
      let second = cursor.number(in: text, digits: 1...2), cursor.take(mark, in: text),
      mark == slash || cursor.digitCount(in: text) == 4, let year = year(text, &cursor)
    else { return nil }
    return order == .monthDay
      ? CivilDate(year: year, month: first, day: second) : CivilDate(year: year, month: second, day: first)
  }

  private static func namedDay(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> CivilDate? {
    if let month = cursor.month(in: text) {
      guard cursor.skipSpaces(in: text), let day = cursor.number(in: text, digits: 1...2) else { return nil }
      let hasComma = cursor.take(UInt8(ascii: ","), in: text)
      guard cursor.skipSpaces(in: text) || hasComma, let year = year(text, &cursor) else { return nil }
      return CivilDate(year: year, month: month, day: day)
    }
    guard let day = cursor.number(in: text, digits: 1...2) else { return nil }
    let mark = cursor.takeOne(of: (dash, UInt8(ascii: " ")), in: text)
    guard let month = cursor.month(in: text) else { return nil }
    if let mark, !cursor.take(mark, in: text) { return nil }
    return year(text, &cursor).flatMap { CivilDate(year: $0, month: month, day: day) }
  }

  private static func compactDay(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> CivilDate? {
    guard [8, 12, 14].contains(cursor.digitCount(in: text)),
      let year = cursor.number(in: text, digits: 4...4), let month = cursor.number(in: text, digits: 2...2),
      let day = cursor.number(in: text, digits: 2...2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// A year of four digits, or of two: 70-99 are 1970-1999 and 00-69 are 2000-2069.
  private static func year(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> Int? {
    switch cursor.digitCount(in: text) {
    case 4: cursor.number(in: text, digits: 4...4)
    case 2: cursor.number(in: text, digits: 2...2).map { $0 < 70 ? $0 + 2_000 : $0 + 1_900 }
    default: nil
    }
  }

  // MARK: - Clocks

  private static func minuteOfDay(_ text: Span<UInt8>, _ cursor: inout TimeCursor, _ form: TimeForm) -> Int? {
    let digits = cursor.digitCount(in: text)
    guard let hour = cursor.number(in: text, digits: digits > 2 ? (digits == 3 ? 1...1 : 2...2) : 1...2) else {
      return nil
    }
    let minute: Int?
    let seconds: Int?
    if digits > 2 {
      guard digits == 4 || (digits == 6 && form != .clock) || (digits == 3 && form == .clock) else { return nil }
      minute = cursor.number(in: text, digits: 2...2)
      seconds = digits == 6 ? cursor.number(in: text, digits: 2...2) : 0
    } else {
      // Oracle writes 09.00.00.000000 AM behind the name of a month.
      let colon = UInt8(ascii: ":")
      let mark = cursor.takeOne(of: (colon, form == .monthName ? UInt8(ascii: ".") : colon), in: text)
      guard let mark else { return nil }
      minute = cursor.number(in: text, digits: 2...2)
      seconds = cursor.take(mark, in: text) ? cursor.number(in: text, digits: 2...2) : 0
    }
    guard let minute, let seconds, minute < 60, seconds < 60, cursor.skipFraction(in: text) else { return nil }
    guard let hour = hourOfDay(hour, cursor.halfOfDay(in: text)) else { return nil }
    return hour * 60 + minute
  }

  private static func hourOfDay(_ hour: Int, _ half: TimeCursor.HalfOfDay?) -> Int? {
    switch half {
    case nil: hour < 24 ? hour : nil
    case .morning: (1...12).contains(hour) ? hour % 12 : nil
    case .afternoon: (1...12).contains(hour) ? hour % 12 + 12 : nil
    }
  }

  private static let namesOfZero = [Array("UTC".utf8), Array("GMT".utf8)]

  /// Minutes east of absolute time: `Z`, `UTC`, `+00:00`, `-0500`, `-05`; nil, without moving, when there is none.
  private static func offset(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> Int? {
    let before = cursor
    cursor.skipSpaces(in: text)
    if cursor.take(UInt8(ascii: "Z"), in: text) || namesOfZero.contains(where: { cursor.takeWord($0, in: text) }) {
      return 0
    }
    let west = cursor.take(UInt8(ascii: "-"), in: text)
    guard west || cursor.take(UInt8(ascii: "+"), in: text), let hours = cursor.number(in: text, digits: 2...2),
      hours <= 14
    else {
      cursor = before
      return nil
    }
    let colon = cursor.take(UInt8(ascii: ":"), in: text)
    let rest = colon || !cursor.isAtEnd(of: text) ? cursor.number(in: text, digits: 2...2) : 0
    guard let rest, rest < 60 else {
      cursor = before
      return nil
    }
    return west ? -(hours * 60 + rest) : hours * 60 + rest
  }
}
