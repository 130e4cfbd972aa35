/// A serial number as day, time or duration: whole days and milliseconds.
struct SerialTime {
  private static let millisecondsInDay = 86_400_000

  private let days: Int
  private let milliseconds: Int

  /// Nil for what is no number, negative, or too large.
  ///
  /// A number with few digits is a rounded one: within half of its last digit, at most half a second, a whole second is
  /// meant. `46027.381944` is 09:10:00 and not 09:09:59.961.
  init?(_ text: ArraySlice<UInt8>) {
    guard let value = Double(String(decoding: text, as: UTF8.self)), value >= 0, value < 1e8 else { return nil }
    let whole = value.rounded(.down)
    let exact = (value - whole) * Double(Self.millisecondsInDay)
    let second = (exact / 1_000).rounded() * 1_000
    let slack = min(500, max(1, Self.halfOfLastDigit(text) * Double(Self.millisecondsInDay)))
    let meant = Int(abs(exact - second) <= slack ? second : exact.rounded())
    days = Int(whole) + meant / Self.millisecondsInDay
    milliseconds = meant % Self.millisecondsInDay
  }

  private static func halfOfLastDigit(_ text: ArraySlice<UInt8>) -> Double {
    guard !text.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      let point = text.firstIndex(of: UInt8(ascii: "."))
    else { return 0 }
    return (1..<(text.endIndex - point)).reduce(0.5) { half, _ in half / 10 }
  }

  /// `2026-01-05 09:00`, with seconds where they are not zero; without a time of day `2026-01-05`.
  func date(_ system: DateSystem, showsTime: Bool) -> [UInt8]? {
    guard let day = system.day(days) else { return nil }
    var text = Self.padded(day.year, 4) + [UInt8(ascii: "-")] + Self.padded(day.month, 2)
    text += [UInt8(ascii: "-")] + Self.padded(day.day, 2)
    if showsTime || milliseconds > 0 { text += [UInt8(ascii: " ")] + clock(hours: milliseconds / 3_600_000) }
    return text
  }

  /// `09:00`; nil for a whole day or more.
  var time: [UInt8]? { days == 0 ? clock(hours: milliseconds / 3_600_000) : nil }

  /// `25:30`: hours go on behind 24.
  var duration: [UInt8] { clock(hours: days * 24 + milliseconds / 3_600_000) }

  private func clock(hours: Int) -> [UInt8] {
    let colon = [UInt8(ascii: ":")]
    let seconds = milliseconds / 1_000 % 60
    let thousandths = milliseconds % 1_000
    var text = Self.padded(hours, 2) + colon + Self.padded(milliseconds / 60_000 % 60, 2)
    if seconds > 0 || thousandths > 0 { text += colon + Self.padded(seconds, 2) }
    if thousandths > 0 { text += [UInt8(ascii: ".")] + Self.padded(thousandths, 3) }
    return text
  }

  private static func padded(_ number: Int, _ width: Int) -> [UInt8] {
    let digits = Array(String(number).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }
}
