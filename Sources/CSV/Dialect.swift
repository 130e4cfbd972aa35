/// How a delimited file separates its fields and marks what is text.
///
/// Exports are read with the standard one and a delimiter (IN-04); the other choices are for files that say so.
package struct Dialect: Hashable, Sendable {
  /// The byte between two fields.
  package struct Delimiter: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Its name: `comma`.
    package var description: String {
      switch self {
      case .comma: "comma"
      case .tab: "tab"
      case .semicolon: "semicolon"
      case .pipe: "pipe"
      default: "byte \(rawValue)"
      }
    }
  }

  /// What becomes of spaces around fields; those within quotes are always kept.
  package enum Spaces: Hashable, Sendable {
    case trimmed
    case skippedBeforeFields
    case kept
  }

  package var delimiter: Delimiter
  /// Stands around text that may hold delimiters, line ends and, doubled, itself; nil where no byte does.
  package var quote: UInt8? = FieldScanner.quote
  /// Whether two quotes within quotes are one; otherwise the first of them closes.
  package var doublesQuotes = true
  /// Makes the byte behind it plain text, in quotes and outside; nil where no byte does.
  package var escape: UInt8?
  /// A line that starts with it is skipped; nil where no line is.
  package var comment: UInt8?
  package var spaces = Spaces.trimmed
  /// Whether `="00123"`, by which exports keep a spreadsheet from dropping zeros, is read as `00123`.
  package var undoesFormulaText = true
  /// Whether text behind a closing quote is an error; otherwise it belongs to the value.
  package var refusesTextAfterQuotes = false

  package init(delimiter: Delimiter = .comma) {
    self.delimiter = delimiter
  }
}

extension Dialect.Delimiter: CaseIterable {
  package static let comma = Self(rawValue: UInt8(ascii: ","))
  package static let tab = Self(rawValue: UInt8(ascii: "\t"))
  package static let semicolon = Self(rawValue: UInt8(ascii: ";"))
  package static let pipe = Self(rawValue: UInt8(ascii: "|"))
  /// A line is one field.
  package static let none = Self(rawValue: FieldScanner.lineFeed)

  /// Those that are found from a file.
  package static let allCases = [comma, tab, semicolon, pipe]
}

extension Dialect {
  package static let comma = Dialect(delimiter: .comma)
  package static let tab = Dialect(delimiter: .tab)
  package static let semicolon = Dialect(delimiter: .semicolon)
  package static let pipe = Dialect(delimiter: .pipe)
}
