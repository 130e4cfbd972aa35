import Testing

@testable import Workbook

@Suite struct NumberFormatTests {
  @Test(
    "What a format shows is told by its letters outside of quotes, brackets and escapes",
    arguments: [
      ("General", .number), ("0.00", .number), ("0.00E+00", .number), ("#,##0 \"days\"", .number), ("0\\d", .number),
      ("[Red]0.0;[Blue]-0.0", .number), ("00000", .zeroPadded(5)), ("m/d/yyyy", .date(showsTime: false)),
      ("yyyy\"-\"mm\"-\"dd", .date(showsTime: false)), ("[$-409]mmmm d, yyyy", .date(showsTime: false)),
      ("m/d/yy h:mm;@", .date(showsTime: true)), ("mmm", .date(showsTime: false)), ("h:mm AM/PM", .time),
      ("mm:ss.0", .time), ("[$-F400]h:mm:ss", .time), ("[h]:mm", .duration), ("[mm]:ss", .duration),
    ] as [(String, NumberFormat)])
  func codes(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test(
    "Numbers are written as a person sees them",
    arguments: [
      ("27411876", "27411876"), ("27411876.0", "27411876"), ("2.7411876E7", "27411876"),
      ("1234567890123456789", "1234567890123456789"), ("1.2345678901234567E+16", "12345678901234567"), ("0.1", "0.1"),
      ("0.10000000000000001", "0.1"), ("0.30000000000000004", "0.3"), ("2.9999999999999996", "3"), ("1E-3", "0.001"),
      ("-0", "0"), ("-1.50", "-1.5"), (".5", "0.5"), ("1E+308", "1E+308"), ("1.5.5", nil), ("abc", nil), ("", nil),
      ("1E", nil), ("0.99999999999999999", "1"),
    ] as [(String, String?)])
  func numbers(_ stored: String, _ shown: String?) {
    #expect(WrittenNumber.shown(Array(stored.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } == shown)
  }

  @Test(
    "Serial numbers are days from 1900, with its false leap day, or from 1904",
    arguments: [
      (.since1900, "1", "1900-01-01 00:00"), (.since1900, "59", "1900-02-28 00:00"),
      (.since1900, "60", "1900-02-29 00:00"), (.since1900, "61", "1900-03-01 00:00"),
      (.since1900, "46027.375", "2026-01-05 09:00"), (.since1900, "46081", "2026-02-28 00:00"),
      (.since1900, "46082", "2026-03-01 00:00"), (.since1900, "2958465", "9999-12-31 00:00"),
      (.since1900, "2958466", nil), (.since1904, "0", "1904-01-01 00:00"),
      (.since1904, "44565.375", "2026-01-05 09:00"),
      (.since1904, "-1", nil), (.since1900, "46027.381944", "2026-01-05 09:10"),
      (.since1900, "46027.38194444444", "2026-01-05 09:10"), (.since1900, "46027.9999999999", "2026-01-06 00:00"),
      (.since1900, "46027.375694444445", "2026-01-05 09:01"), (.since1900, "46027.37569", "2026-01-05 09:01"),
      (.since1900, "46027.375347222222", "2026-01-05 09:00:30"),
    ] as [(DateSystem, String, String?)])
  func serials(_ system: DateSystem, _ serial: String, _ shown: String?) {
    let text = SerialTime(Array(serial.utf8)[...])?.date(system, showsTime: true)
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == shown)
  }
}
