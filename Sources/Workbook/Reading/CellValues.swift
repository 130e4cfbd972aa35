/// From what a cell stores to what a person sees.
struct CellValues {
  /// How a cell says that its value is stored (ECMA-376 Part 1, 18.18.11, ST_CellType).
  enum StoredType {
    case number, boolean, error, sharedText, text, date

    init(_ attribute: ArraySlice<UInt8>?) {
      switch attribute.map({ String(decoding: $0, as: UTF8.self) }) {
      case "s": self = .sharedText
      case "str", "inlineStr": self = .text
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  /// A cell shows a text that the workbook does not hold.
  struct UnknownText: Error {
    let number: String
  }

  let texts: SharedTexts
  let styles: Styles
  let dates: DateSystem

  /// Nil for a cell without content.
  func shown(
    _ value: [UInt8], _ type: StoredType, style: Int
  ) throws(UnknownText) -> (text: ArraySlice<UInt8>, kind: CellKind)? {
    if type == .text { return filled(EscapedText.decoded(value)[...], .text) }
    let trimmed = Self.trimmed(value)
    guard !trimmed.isEmpty else { return nil }
    switch type {
    case .sharedText:
      let number = String(decoding: trimmed, as: UTF8.self)
      guard let index = Int(number), let text = texts.bytes(index) else {
        throw UnknownText(number: String(number.prefix(20)))
      }
      return filled(text, .text)
    case .boolean:
      let isTrue = trimmed.elementsEqual("1".utf8) || trimmed.elementsEqual("true".utf8)
      return (ArraySlice((isTrue ? "TRUE" : "FALSE").utf8), .boolean)
    case .error: return (trimmed, .error)
    case .date: return WrittenDate.shown(trimmed)
    case .number: return number(trimmed, styles[style])
    case .text: return nil
    }
  }

  private func filled(_ text: ArraySlice<UInt8>, _ kind: CellKind) -> (text: ArraySlice<UInt8>, kind: CellKind)? {
    text.isEmpty ? nil : (text, kind)
  }

  private func number(_ text: ArraySlice<UInt8>, _ format: NumberFormat) -> (text: ArraySlice<UInt8>, kind: CellKind) {
    switch format {
    case .number: break
    case .zeroPadded(let width): if let padded = Self.padded(text, width) { return (padded[...], .number) }
    case .duration: if let time = SerialTime(text) { return (time.duration[...], .duration) }
    case .time, .date: if let found = moment(text, format) { return found }
    }
    // A value that is no number, where one is due, is shown as it stands.
    return WrittenNumber.shown(text).map { ($0[...], .number) } ?? (text, .text)
  }

  private func moment(_ text: ArraySlice<UInt8>, _ format: NumberFormat) -> (text: ArraySlice<UInt8>, kind: CellKind)? {
    guard let serial = SerialTime(text) else { return nil }
    // Day 0 of 1900 is no day: what stands there is a time, whatever the format.
    if format == .time || dates == .since1900, let time = serial.time { return (time[...], .time) }
    let showsTime = format != .date(showsTime: false)
    return serial.date(dates, showsTime: showsTime).map { ($0[...], .date) }
  }

  private static func padded(_ text: ArraySlice<UInt8>, _ width: Int) -> [UInt8]? {
    guard let shown = WrittenNumber.shown(text), shown.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - shown.count)) + shown
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var slice = bytes[...]
    while let byte = slice.first, byte <= 0x20 { slice = slice.dropFirst() }
    while let byte = slice.last, byte <= 0x20 { slice = slice.dropLast() }
    return slice
  }
}

/// Dates that a cell holds as ISO 8601 text.
enum WrittenDate {
  /// `2026-01-05T09:00:00` as `2026-01-05 09:00`; with an offset, or in any other form, it stays as it is.
  static func shown(_ text: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, kind: CellKind) {
    let pattern = String(text.map { (0x30...0x39).contains($0) ? "0" : Character(UnicodeScalar($0)) })
    let parts = pattern.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let isPlain = parts.count == 1 || parts[1].allSatisfy { $0 == "0" }
    switch parts[0] {
    case "0000-00-00" where parts.count == 1: return (text, .date)
    case "0000-00-00T00:00:00" where isPlain, "0000-00-00T00:00" where isPlain:
      return (text.prefix(10) + [UInt8(ascii: " ")] + shortened(text.dropFirst(11)), .date)
    case "00:00:00" where isPlain, "00:00" where isPlain: return (shortened(text)[...], .time)
    default: return (text, .date)
    }
  }

  /// Without seconds that are zero.
  private static func shortened(_ clock: ArraySlice<UInt8>) -> [UInt8] {
    let seconds = clock.dropFirst(5)
    return Array(seconds.allSatisfy { !(0x31...0x39).contains($0) } ? clock.prefix(5) : clock)
  }
}
