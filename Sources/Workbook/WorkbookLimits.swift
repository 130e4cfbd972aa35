/// How large the pieces of a workbook may be, so that no file exhausts memory or time.
package enum WorkbookLimits {
  /// Parts in the archive.
  ///
  /// Office programs write fewer than a hundred, and one more for each sheet and picture.
  static let parts = 20_000
  /// Bytes of a part's name; longer names are of no part that is read.
  static let partNameBytes = 1_024
  /// Inflated bytes of a part that is read row by row.
  static let streamedPartBytes = 16 << 30
  /// Inflated bytes of a part that is held in memory: relationships, list of sheets, styles.
  static let smallPartBytes = 64 << 20
  /// Inflated bytes for each compressed byte, beyond `ratioFreeBytes`: rows that are all alike stay below 300.
  static let ratio = 500
  static let ratioFreeBytes = 64 << 20
  /// Elements within each other.
  static let depth = 64
  /// Bytes of XML that belong to one tag: the parser has to hold a tag whole.
  static let tagBytes = 4 << 20
  static let sheets = 10_000
  static let styles = 1 << 20
  /// Bytes and number of texts in the table that all sheets share.
  static let sharedTextBytes = 256 << 20
  static let sharedTexts = 16 << 20
  /// Bytes of one text in the table.
  ///
  /// A cell of a spreadsheet holds 32,767 characters.
  static let sharedTextLength = 1 << 20
  /// Every spreadsheet ends here: row 1,048,576, column XFD.
  package static let rows = 1_048_576
  package static let columns = 16_384
}
