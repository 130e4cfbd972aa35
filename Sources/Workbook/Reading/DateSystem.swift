/// Which day the serial numbers of a workbook count from.
package enum DateSystem: Sendable {
  /// Day 1 is 1900-01-01, and day 60 the 29 February that 1900 did not have.
  case since1900
  /// Day 0 is 1904-01-01.
  case since1904

  /// Year, month and day of a serial number; nil before the first day and after the year 9999.
  func day(_ serial: Int) -> (year: Int, month: Int, day: Int)? {
    switch self {
    case .since1900:
      guard serial >= 1, serial <= 2_958_465 else { return nil }
      if serial == 60 { return (1900, 2, 29) }
      return civil(serial - 25_569 + (serial < 60 ? 1 : 0))
    case .since1904:
      guard serial >= 0, serial <= 2_957_003 else { return nil }
      return civil(serial - 24_107)
    }
  }

  /// The date of a number of days since 1970-01-01.
  private func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Eras of 400 years from 0000-03-01, so that the leap day ends a year; all days here are later.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
