extension Record {
  /// A record of cells that come from no delimited text: written as one line of CSV, so that it reads like others.
  ///
  /// - Parameters:
  ///   - line: where the cells stand, from 1.
  ///   - cells: UTF-8; at least one.
  package init(cells: [ArraySlice<UInt8>], line: Int) {
    var buffer: [UInt8] = []
    var fields: [Field] = []
    for cell in cells {
      if !fields.isEmpty { buffer.append(Dialect.comma.delimiter.rawValue) }
      let hasQuote = cell.contains(FieldScanner.quote)
      let isQuoted = hasQuote || cell.contains(where: Self.needsQuotes) || cell.first == FieldScanner.space
      if isQuoted { buffer.append(FieldScanner.quote) }
      let start = buffer.count
      for byte in cell {
        if byte == FieldScanner.quote { buffer.append(byte) }
        buffer.append(byte)
      }
      let end = buffer.count
      if isQuoted { buffer.append(FieldScanner.quote) }
      fields.append(Field(start: start, end: hasQuote ? buffer.count : end, form: hasQuote ? .quoted : .value))
    }
    self.init(buffer: buffer, fields: fields, dialect: .comma, line: line, place: 0..<buffer.count)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == Dialect.comma.delimiter.rawValue || byte == FieldScanner.lineFeed || byte == FieldScanner.carriageReturn
  }
}
