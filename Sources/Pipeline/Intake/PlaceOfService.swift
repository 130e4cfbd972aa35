/// The two digits that say where a professional service took place.
enum PlaceOfService {
  /// The place in a cell, `11` or `11.0` or `1` for `01`; nil when it is blank.
  static func read(_ column: Int?, of record: IntakeRecord) throws(RowFailure) -> String? {
    guard let text = record.filled(column) else { return nil }
    let digits = NumberText.id(text)
    if (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit) {
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    throw record.rejected("pos", column, "IN-50", "this is no place of service", "write two digits, such as 11 or 22")
  }
}
