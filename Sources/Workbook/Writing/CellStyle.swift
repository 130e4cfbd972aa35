/// How a cell looks; each workbook holds one format for each.
enum CellStyle: Int, CaseIterable, Sendable {
  case text, wrapped, whole, amount, longAmount, day
  case header, entryHeader
  case title, heading, numberHeading, label, figure, sum

  enum Alignment {
    case center, right
  }

  /// The number format; nil for texts and plain numbers.
  var numberFormat: String? {
    switch self {
    // `_)` keeps numbers apart from the texts to their right.
    case .whole, .figure: "#,##0_)"
    case .amount, .sum: "#,##0.00_)"
    // Schedules of an organisation may have more digits than cents; none is hidden.
    case .longAmount: "#,##0.00############_)"
    case .day: "yyyy-mm-dd"
    default: nil
    }
  }

  var isBold: Bool { self == .header || self == .entryHeader || self == .title || isHeading }
  private var isHeading: Bool { self == .heading || self == .numberHeading }
  var wraps: Bool { self == .wrapped || self == .header || self == .entryHeader }
  /// In points; nil for the default.
  var fontSize: Double? { self == .title ? 16 : isHeading ? 12 : nil }
  /// As `0xRRGGBB`; nil for no ground.
  var ground: UInt32? {
    switch self {
    case .header: 0x1F3A5F
    case .entryHeader: 0x6B4E00
    default: nil
    }
  }
  /// Days stand apart from the texts beside them; a heading stands above its numbers.
  var alignment: Alignment? { self == .day ? .center : self == .numberHeading ? .right : nil }
  var textColor: UInt32? { ground == nil ? nil : 0xFFFFFF }
}
