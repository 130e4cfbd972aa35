import Infusion
import Testing

/// Numbers are written digit by digit, without a text of their own.
@Suite struct DecimalDigitsTests {
  @Test(arguments: [0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 1_000_000, Int.max, -1, -10, Int.min])
  func writesAsPeopleDo(number: Int) {
    var written = Array("x".utf8)
    written.append(decimal: number)
    #expect(String(decoding: written, as: UTF8.self) == "x\(number)")
  }
}
