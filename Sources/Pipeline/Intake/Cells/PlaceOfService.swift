/// The two digits that say where a professional service took place.
struct PlaceOfService {
  let digits: String

  /// `11` or `11.0`, or `1` for `01`; nil for what is none.
  init?(_ text: String) {
    let digits = NumberText.id(text)
    guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    self.digits = digits.utf8.count == 1 ? "0" + digits : digits
  }

  /// The place in a cell; nil when it is blank.
  static func read(_ column: Int?, of record: IntakeRecord) throws(RowFailure) -> String? {
    guard let text = record.filled(column) else { return nil }
    guard let place = PlaceOfService(text) else { throw refusal(column, of: record) }
    return place.digits
  }

  static func refusal(_ column: Int?, of record: IntakeRecord) -> RowFailure {
    record.rejected("pos", column, "IN-50", "this is no place of service", "write two digits, such as 11 or 22")
  }
}
