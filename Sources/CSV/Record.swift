/// One record of a delimited file: where its fields stand, and the bytes they stand in.
///
/// Shape: at least one field. A value that shares the reader's buffer: cheap to use at once; a record that is kept
/// keeps the whole chunk alive, so copy out what is needed for longer.
package struct Record: Sendable {
  /// Where a field stands, counted from the first byte of the record.
  struct Field: Equatable, Sendable {
    let start: Int
    let end: Int
    /// A doubled quote, or text after the closing quote: the bytes are not yet the value.
    let isEscaped: Bool
  }

  let buffer: [UInt8]
  let fields: [Field]
  /// The 1-based physical line on which the record starts.
  package let line: Int
  /// Where the record stands in the buffer, as written, quotes included, the line end left out.
  let place: Range<Int>

  /// The number of fields.
  package var count: Int { fields.count }

  /// The record as written, quotes included, the line end left out.
  package var raw: ArraySlice<UInt8> { buffer[place] }

  /// Whether the record as written is UTF-8 without a NUL.
  package var isText: Bool {
    !raw.contains(0) && String(validating: raw, as: UTF8.self) != nil
  }

  /// Whether a field has no bytes.
  package func isEmpty(_ field: Int) -> Bool {
    fields[field].start == fields[field].end
  }

  /// A field's value; a copy only where quotes had to be undone.
  package func bytes(_ field: Int) -> ArraySlice<UInt8> {
    let place = fields[field]
    let slice = buffer[self.place.lowerBound + place.start..<self.place.lowerBound + place.end]
    return place.isEscaped ? Self.unescaped(slice)[...] : slice
  }

  /// A field's value as text; bytes that are no UTF-8 become U+FFFD.
  package func text(_ field: Int) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }

  /// Calls `body` with a field's value, without a copy where no quotes have to be undone: for the fast path.
  package func withBytes<Result, Failure: Error>(
    _ field: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let place = fields[field]
    guard !place.isEscaped else { return try body(Array(bytes(field)).span) }
    let start = self.place.lowerBound
    return try body(buffer.span.extracting(start + place.start..<start + place.end))
  }

  /// The value of `"a ""b"" c"` or `"a"b`, given without its opening quote.
  ///
  /// Text after the closing quote is kept.
  private static func unescaped(_ slice: ArraySlice<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(slice.count)
    var rest = slice
    while let quote = rest.firstIndex(of: FieldScanner.quote) {
      value += rest[..<quote]
      rest = rest[(quote + 1)...]
      guard rest.first == FieldScanner.quote else { break }
      value.append(FieldScanner.quote)
      rest = rest.dropFirst()
    }
    value += rest
    return value
  }
}
