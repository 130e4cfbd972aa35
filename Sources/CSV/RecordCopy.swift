/// A record apart from the buffer it was read from; its memory is used again for the next one.
///
/// Layout: the record as written, then one behind the other the values that quotes, escapes or a formula hide.
package struct RecordCopy: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Where in `bytes` the value of each field stands; at least one.
  package private(set) var values: [Range<Int>] = []
  /// The 1-based physical line on which the record starts.
  package private(set) var line = 0
  /// How many of `bytes`, from the first, are the record as written.
  package private(set) var rawCount = 0

  package init() {}

  /// A record of cells without quotes around them, and commas between them.
  package init(cells: [String]) {
    for cell in cells {
      if !values.isEmpty { bytes.append(Dialect.comma.delimiter.rawValue) }
      let start = bytes.count
      bytes += cell.utf8
      values.append(start..<bytes.count)
    }
    rawCount = bytes.count
  }

  /// The number of fields.
  package var count: Int { values.count }

  /// The record as written, quotes included, the line end left out.
  package var raw: ArraySlice<UInt8> { bytes[..<rawCount] }

  /// Whether the record as written is UTF-8 without a NUL.
  package var isText: Bool { raw.isText }

  /// A field's value as text; bytes that are no UTF-8 become U+FFFD.
  package func text(_ field: Int) -> String { String(decoding: bytes[values[field]], as: UTF8.self) }

  /// Copies a record.
  package mutating func take(_ record: Record) {
    let buffer = record.buffer
    take(buffer.span, record.place, record.fields, record.dialect, line: record.line)
  }

  /// Fills the record up with empty fields.
  package mutating func fill(to width: Int) {
    while values.count < width { values.append(bytes.count..<bytes.count) }
  }

  mutating func take(
    _ buffer: Span<UInt8>, _ place: Range<Int>, _ fields: [Record.Field], _ dialect: Dialect, line: Int
  ) {
    self.line = line
    rawCount = place.count
    FieldScanner.replace(&bytes, with: buffer.extracting(place))
    values.removeAll(keepingCapacity: true)
    var areValues = true
    let bytes = bytes
    values.append(addingCapacity: fields.count) { values in
      for field in fields {
        areValues = areValues && field.isValue(in: bytes.span)
        values.append(field.start..<field.end)
      }
    }
    if !areValues { addValues(of: fields, dialect) }
  }

  /// Puts values behind the record that are not what is written.
  private mutating func addValues(of fields: [Record.Field], _ dialect: Dialect) {
    for (place, field) in fields.enumerated() {
      if field.isValue(in: bytes.span) { continue }
      let start = bytes.count
      bytes += FieldText.value(of: bytes[field.start..<field.end], field.form, dialect)
      values[place] = start..<bytes.count
    }
  }
}

extension RecordCopy {
  /// Takes spaces, tabs, line ends and no-break spaces around values for no part of them, also where quotes kept them.
  package mutating func trimValues() {
    let bytes = bytes
    var values = values.mutableSpan
    for field in values.indices { values[field] = Self.trimmed(values[field], in: bytes.span) }
  }

  @inline(__always)
  private static func trimmed(_ value: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (value.lowerBound, value.upperBound)
    guard start < end else { return value }
    if isInk(bytes[start]), isInk(bytes[end - 1]) { return value }
    while start < end, case let space = spaceLength(bytes[start], bytes[min(start + 1, end - 1)]), space > 0 {
      start += space
    }
    while end > start, case let space = spaceLength(atEnd: bytes[end - 1], bytes[max(end - 2, start)]), space > 0 {
      end -= space
    }
    return start..<end
  }

  /// Whether it is a character that is certainly no space, nor a part of one.
  @inline(__always)
  private static func isInk(_ byte: UInt8) -> Bool { byte > FieldScanner.space && byte < 0x80 }

  /// The bytes of a space that begins with `first`; 0 where none does.
  ///
  /// U+00A0, no-break space, comes with cells that were copied from a page, and makes another id of an id.
  @inline(__always)
  private static func spaceLength(_ first: UInt8, _ second: UInt8) -> Int {
    isASCIISpace(first) ? 1 : first == 0xC2 && second == 0xA0 ? 2 : 0
  }

  /// The bytes of a space that ends with `last`; 0 where none does.
  @inline(__always)
  private static func spaceLength(atEnd last: UInt8, _ before: UInt8) -> Int {
    isASCIISpace(last) ? 1 : last == 0xA0 && before == 0xC2 ? 2 : 0
  }

  @inline(__always)
  private static func isASCIISpace(_ byte: UInt8) -> Bool { byte == FieldScanner.space || (9...13).contains(byte) }
}

extension Record.Field {
  /// Whether the bytes of the field, in a record that starts at `offset`, are its value for certain.
  @inline(__always)
  func isValue(in bytes: Span<UInt8>, offset: Int = 0) -> Bool {
    form == .value && (start == end || bytes[offset + start] != UInt8(ascii: "="))
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is UTF-8 without a NUL.
  var isText: Bool { !contains(0) && String(validating: self, as: UTF8.self) != nil }
}
