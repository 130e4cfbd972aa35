import Infusion

/// Days as a spreadsheet counts them, the way they come out of one that has lost its date format: `46027.375`.
enum SerialTime {
  /// The day, and the time when there is a fraction; nil for what has not five digits before the point.
  ///
  /// A fraction is rounded to the second first: 15:07 is 0.629861 and a little more.
  static func read(_ text: Span<UInt8>, _ cursor: inout TimeCursor) -> TimeText? {
    guard cursor.digitCount(in: text) == 5, let count = cursor.number(in: text, digits: 5...5), count >= 10_000 else {
      return nil
    }
    var day = count - daysTo1970
    var minute: Int?
    if cursor.take(UInt8(ascii: "."), in: text) {
      guard let fraction = fraction(text, &cursor) else { return nil }
      let seconds = (fraction.numerator * 86_400 * 2 + fraction.denominator) / (2 * fraction.denominator)
      day += seconds / 86_400
      minute = seconds % 86_400 / 60
    }
    cursor.skipSpaces(in: text)
    guard cursor.isAtEnd(of: text) else { return nil }
    return TimeText(date: CivilDate(daysSince1970: Int32(day)), minuteOfDay: minute)
  }

  /// The digits here as a fraction; those beyond the tenth are left out, since they are far less than a second.
  private static func fraction(
    _ text: Span<UInt8>, _ cursor: inout TimeCursor
  ) -> (numerator: Int, denominator: Int)? {
    let digits = min(cursor.digitCount(in: text), 10)
    guard digits > 0, let numerator = cursor.number(in: text, digits: digits...digits) else { return nil }
    cursor.skipDigits(in: text)
    var denominator = 1
    for _ in 0..<digits { denominator *= 10 }
    return (numerator, denominator)
  }

  /// What a spreadsheet of the 1900 system counts on 1 January 1970.
  private static let daysTo1970 = 25_569
}
