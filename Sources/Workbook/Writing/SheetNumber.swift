/// From exact numbers to what a cell holds, which is binary floating point and nothing else (ECMA-376 Part 1, 18.3.1.96).
enum SheetNumber {
  /// The digits that a spreadsheet program keeps.
  private static let digits = 15

  /// The value whose shown digits are those of the decimal; nil where a cell cannot hold all of them.
  ///
  /// A decimal of 15 digits comes back from the nearest binary number unchanged, so nothing is lost.
  static func exact(_ decimal: String) -> Double? {
    let significant = decimal.drop { "-0.".contains($0) }.filter { $0 != "." }
    return significant.count <= digits ? Double(decimal) : nil
  }

  static func exact(_ whole: Int) -> Double? {
    whole.magnitude < 1_000_000_000_000_000 ? Double(whole) : nil
  }

  /// The serial number of a day counted from 1970-01-01.
  static func serial(ofDay daysSince1970: Int) -> Double { Double(daysSince1970 + 25_569) }
}
