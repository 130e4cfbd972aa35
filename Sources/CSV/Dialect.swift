/// How a delimited file separates its fields.
///
/// The quote is always `"`, doubled inside a quoted field.
package struct Dialect: Hashable, Sendable {
  /// The bytes that may stand between two fields.
  package enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
    case pipe = 0x7C
  }

  package let delimiter: Delimiter

  package init(delimiter: Delimiter = .comma) {
    self.delimiter = delimiter
  }
}

extension Dialect {
  package static let comma = Dialect(delimiter: .comma)
  package static let tab = Dialect(delimiter: .tab)
  package static let semicolon = Dialect(delimiter: .semicolon)
  package static let pipe = Dialect(delimiter: .pipe)
}
