import Infusion

/// Dates and times in which every digit has its place, as nearly all of an export have: `2026-01-05 09:00`.
///
/// It says the same as `TimeParser`, and nothing where it is not certain.
enum FixedTime {
  /// What `text` says when written in `form`; nil for all that has another layout, or is no time.
  @inline(__always)
  static func read(_ text: Span<UInt8>, as form: TimeForm) -> TimeText? {
    switch form {
    case .iso: punctuated(text, mark: UInt8(ascii: "-"), year: 0, month: 5, day: 8)
    case .slashed(.monthDay): punctuated(text, mark: UInt8(ascii: "/"), year: 6, month: 0, day: 3)
    case .slashed(.dayMonth): punctuated(text, mark: UInt8(ascii: "/"), year: 6, month: 3, day: 0)
    case .compact: compact(text)
    case .monthName, .serial, .clock: nil
    }
  }

  /// Ten bytes of a day, alone or with ` 09:00` or ` 09:00:59` behind it; `year`, `month` and `day` are offsets.
  private static func punctuated(
    _ text: Span<UInt8>, mark: UInt8, year: Int, month: Int, day: Int
  ) -> TimeText? {
    guard text.count == 16 || text.count == 19 || text.count == 10 else { return nil }
    guard text[year == 0 ? 4 : 2] == mark, text[year == 0 ? 7 : 5] == mark else { return nil }
    var areDigits = true
    let number = pair(text, at: year, &areDigits) * 100 + pair(text, at: year + 2, &areDigits)
    let (month, day) = (pair(text, at: month, &areDigits), pair(text, at: day, &areDigits))
    guard text.count > 10 else {
      return areDigits ? CivilDate(year: number, month: month, day: day).map { TimeText(date: $0) } : nil
    }
    let colon = UInt8(ascii: ":")
    guard text[10] == FixedTime.space || text[10] == UInt8(ascii: "T"), text[13] == colon else { return nil }
    var seconds = 0
    if text.count == 19 {
      guard text[16] == colon else { return nil }
      seconds = pair(text, at: 17, &areDigits)
    }
    let (hour, minute) = (pair(text, at: 11, &areDigits), pair(text, at: 14, &areDigits))
    return areDigits ? moment(number, month, day, hour, minute, seconds) : nil
  }

  /// `20260105`, `202601050900`, `20260105090059`.
  private static func compact(_ text: Span<UInt8>) -> TimeText? {
    guard text.count == 8 || text.count == 12 || text.count == 14 else { return nil }
    var areDigits = true
    let year = pair(text, at: 0, &areDigits) * 100 + pair(text, at: 2, &areDigits)
    let (month, day) = (pair(text, at: 4, &areDigits), pair(text, at: 6, &areDigits))
    guard text.count > 8 else {
      return areDigits ? CivilDate(year: year, month: month, day: day).map { TimeText(date: $0) } : nil
    }
    let (hour, minute) = (pair(text, at: 8, &areDigits), pair(text, at: 10, &areDigits))
    let seconds = text.count == 14 ? pair(text, at: 12, &areDigits) : 0
    return areDigits ? moment(year, month, day, hour, minute, seconds) : nil
  }

  private static func moment(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ seconds: Int
  ) -> TimeText? {
    guard hour < 24, minute < 60, seconds < 60, let date = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    return TimeText(date: date, minuteOfDay: hour * 60 + minute)
  }

  private static let space = UInt8(ascii: " ")

  /// Two digits; `areDigits` becomes false where they are none.
  @inline(__always)
  private static func pair(_ text: Span<UInt8>, at offset: Int, _ areDigits: inout Bool) -> Int {
    let (tens, ones) = (text[offset] &- UInt8(ascii: "0"), text[offset + 1] &- UInt8(ascii: "0"))
    if tens > 9 || ones > 9 { areDigits = false }
    return Int(tens) * 10 + Int(ones)
  }
}
